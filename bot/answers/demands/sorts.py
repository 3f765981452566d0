"""Of what sort it must be: a university where one is asked for, names where names are, profit as it is and not after deductions."""

from __future__ import annotations

from bot.answers.demands.told import Told
from bot.answers.modifiers import of_another_market
from kb import lazy
from kb.text import fold

_SCHOOL_ASKED = lazy.compile(r"(?:哪[所间个家]?|什么|何)(?:大学|学校|学院|高校|院校|中学)|(?:大学|学校|学院)(?:是|叫)(?:哪|什么)|\b(?:which|what) (?:university|college|school|alma mater)\b")
_SCHOOL = lazy.compile(r"大学|学院|学校|中学|高中|小学|商学|理工|师范|清华|复旦|校友|(?<![很较最更巨强])[北台交浙科港中成华东南武厦川山政淡东]大(?![型家规量部多])|\b(?:universit\w+|college|school|institute|academy|mit|caltech|polytechnic|alma mater|eth|epfl|insead|lse|ucl|harvard|stanford|oxford|cambridge|yale|princeton|berkeley)\b")
# Profit after one-off items are taken out, which is not the profit.
_DEDUCTED = lazy.compile(r"(?:归属?于?[^,;。\d]{0,16}?的?)?扣(?:除)?非(?:经常性?损益)?(?:[^,;。\d]{0,18}?(?:净利润?|利润|盈利|亏损))?|\b(?:excluding|before|after deducting) (?:non-?recurring|one-off|exceptional)\b[^,;.\d]{0,24}|\b(?:deducted|non-?recurring|adjusted)\b[^,;.\d]{0,24}")
_DEDUCTED_ASKED = lazy.compile(r"扣非|扣除|\b(?:deduct\w*|recurring|non-?recurring|adjusted|core|underlying|one-off|exceptional)\b")
_PROFIT = lazy.compile(r"利润|纯利|净利|溢利|盈利|获利|净亏|亏损|赚|\b(?:profits?|loss(?:es)?|earnings|income|earned|lost)\b")
_PROFITS = frozenset(("net-profit", "net-profit-attributable"))
# What is left over has no figure of its own.
_REST = lazy.compile(r"(?:其余|剩下|余下|剩余)(?:的|部分)*(?:则|皆|均|都|大多)?(?:为|是|来自|属于|归|给)+(?P<zh>[^,;。]{1,16})|\b(?:the )?(?:rest|remainder)(?: of [^,;.]{2,24})? (?:came|comes|come|was|is|were|are|went|goes) (?:from |to |in |with )?(?P<en>[^,;.]{2,32})")
# Whose names are asked for.
_NAMES_ASKED = lazy.compile(r"(?P<of>客户|供应商|买家|股东|投资[人方者]|机构|公司|企业|厂商?|银行|伙伴|品牌|customers?|clients?|suppliers?|investors?|compan(?:y|ies)|firms?|partners?|backers?)(?:的|们|都|各|,| (?:is|are|was|were))?(?:叫什么|名字|名称|名单|分别是(?:哪|谁)|\bcalled\b|\bnamed?\b)|\b(?:the )?names? of (?:the |its |their |these |those )?(?:[\w-]+ ){0,3}?(?P<en>customers?|clients?|suppliers?|investors?|compan(?:y|ies)|firms?|partners?|backers?)\b")
_BODIES = ("company", "institution")
_WHICH_FIRMS = lazy.compile(r"(?:公司|企业|厂商?|业者|供应商|银行|券商|机构|车企|药企)(?:都|分别)?(?:有|是|包括)(?:哪|谁)|哪(?:些|几[家个])(?:[^,?的]{0,6})?(?:公司|企业|厂商?|业者|供应商|银行|券商|机构|车企|药企)|\b(?:which|what|name the|list the) (?:[\w-]+ ){0,3}(?:companies|firms|makers|suppliers|vendors|banks|brokers|carmakers)\b")
_LIKE_NAMES = lazy.compile(r"(?<=[a-z,;:\u3400-\u9fff、，：（( ])[A-Z][a-z]{2,}(?: [A-Z][A-Za-z]+)*|[「“『《][^」”』》]{1,12}[」”』》]")
_LISTS = lazy.compile(r"[^、]、[^、]{2,12}(?:、|和|与|及|等)")  # names that no list knows, in a row
_SEVERAL = 2
# Where, asked along with when.
_PLACE_ASKED = lazy.compile(r"哪[个一]?(?:城市|国家|省|地方|市)|在哪[里儿]?(?!年|天|月|一年|家|些|个|场)|何处|什么地方|\bwhere\b|\b(?:which|what) (?:city|country|province|town)\b")


def no_place(told: Told) -> bool:
    """Return whether it is asked both when and where, and what is told names no place."""
    if told.question.wants != "date" or not _PLACE_ASKED.search(told.question.folded):
        return False
    entities = told.evidence.library.names.entities
    return not any(s.kind == "entity" and any(entities[i].kind in ("place", "institution") for i in s.ids) for s in told.evidence.library.names.find(told.said))


def no_school(told: Told) -> bool:
    """Return whether it is asked which university or school, and what is told names none."""
    return _SCHOOL_ASKED.search(told.question.folded) is not None and not _SCHOOL.search(told.said)


def only_deducted(told: Told) -> bool:
    """Return whether a profit is asked for as it is, and the only one told is the one without one-off items."""
    question = told.question
    if not _PROFITS & set(question.measures) or _DEDUCTED_ASKED.search(question.folded):
        return False
    return bool(_DEDUCTED.search(told.said)) and not _PROFIT.search(_DEDUCTED.sub(" ", told.said))


def only_the_rest(told: Told) -> bool:
    """Return whether how much is asked of what a sentence only calls the rest: 其餘來自MCU."""
    if told.question.wants not in ("amount", "ratio"):
        return False
    rests = [m["zh"] or m["en"] for m in _REST.finditer(told.said)]
    left = _REST.sub(" ", told.said)
    return any(n.surface in r and n.surface not in left and not any(c.isdigit() for c in r) for r in rests for n in told.question.needs if not n.light)


def another_market(told: Told) -> bool:
    """Return whether a share or a count of the world's market is asked for and that at home is told, or the other way round."""
    question = told.question
    return bool(told.sentences) and any(all(of_another_market(m, s.text, question.folded) for s in told.sentences) for m in question.measures)


def no_firms(told: Told) -> bool:
    """Return whether it is asked which firms do or are something, and no sentence told names two bodies, or anything written like their names."""
    if told.question.kind != "list" or not _WHICH_FIRMS.search(told.question.folded) or not told.sentences:
        return False
    entities = told.evidence.library.names.entities
    named = {m.entity for s in told.sentences for m in s.mentions if entities[m.entity].kind == "company"} - told.asked_of()
    return len(named) < _SEVERAL and len({m.group() for s in told.sentences for m in _LIKE_NAMES.finditer(s.text)}) < _SEVERAL and not _LISTS.search(told.said)


_FIRST_OF_FIRMS = lazy.compile(
    r"(?:[两三四五六七八九十\d]+|几|哪)家[^,?]{0,10}?(?:厂商?|公司|企业|品牌|业者|银行|券商|车企|药企|机构|供应商|回收商|运营商|经销商)|(?:谁|哪家|哪间)[^,?]{0,16}最|"
    r"\b(?:which|who) (?:of|among) (?:the |these )?(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)? ?(?:[a-z-]+ ){0,3}(?:firms|companies|makers|recyclers|suppliers|producers|brands|banks|vendors|manufacturers|carriers|retailers)\b"
)


def no_firm_first(told: Told) -> bool:
    """Return whether it is asked which firm is first, and no firm or body is named by what is told: 小作坊搶料 84 %."""
    if told.question.kind != "superlative" or told.question.subjects or not _FIRST_OF_FIRMS.search(told.question.folded):
        return False
    entities = told.evidence.library.names.entities
    return not any(s.kind == "entity" and any(entities[i].kind in (*_BODIES, "product") for i in s.ids) for s in told.evidence.library.names.find(told.said))


def no_names(told: Told) -> bool:
    """Return whether the names of customers or the like are asked for, and no sentence that speaks of such names any body besides those asked about."""
    asked = _NAMES_ASKED.search(told.question.folded)
    if asked is None or not told.sentences:
        return False
    noun = (asked["of"] or asked["en"]).rstrip("s")
    entities = told.evidence.library.names.entities
    speaking = [s for s in told.sentences if noun in fold(s.text)] or told.sentences
    return not any(entities[m.entity].kind in _BODIES and m.entity not in told.asked_of() for s in speaking for m in s.mentions)
