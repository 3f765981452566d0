"""Which other body: where a question names one firm and asks which bank, customer or supplier, what is told must name one.

Kinds of customers answer which customers there are, and no question for which firm: 哪家雲服務商, "who are its largest customers".
"""

from __future__ import annotations

from bot.answers.demands.told import Told
from bot.answers.sidesasked import sides
from kb import lazy
from kb.text import fold

_ASKED = lazy.compile(
    r"哪[一几两三四五六]?[家间](?!公司[的是]?(?:成立|上市))|[是由被跟和与向找]哪[一几两三]?(?:个|位)?(?:客户|供应商|银行|券商|机构|基金|公司|企业|伙伴)"
    r"|\bwho (?:is|are|was|were) (?:[\w'’-]+ ){0,6}?(?:customers?|clients?|suppliers?|shareholders?|investors?|backers?|partners?|rivals?|competitors?|lenders?|underwriters?|sponsors?)\b"
    r"|\bwhich (?:[\w-]+ ){0,2}?(?:bank|company|firm|broker|fund|investor|supplier|provider|customer|client|partner|rival|competitor|lender|operator|carrier|automaker|carmaker)s?\b"
)
_DEALS_ASKED = lazy.compile(r"客户|供应商|伙伴|\b(?:customers?|clients?|suppliers?|partners?)\b")
_DEALS = lazy.compile(r"客户|供应|供货|伙伴|合作|采购|订单|下单|交付|卖给|\b(?:customers?|clients?|suppl\w+|partner\w*|buy\w*|bought|orders?|ordered|s[eo]ll?d?)\b")
# Who only says something is none of those with whom a firm deals, nor is a model: 高盛認為…能滿足客戶, Deepseek-V3. A bank that is asked for may say it.
_BESIDE = lazy.compile(r"(?:也|又|则|还)?(?:认为|觉得|表示|指出|预[计期测]|强调|看好)|\s(?:(?:also|further) )?(?:says?|said|sees?|saw|believes?|believed|thinks?|thought|expects?|expected|notes?|noted)\b|-[a-z]{0,2}\d")
_MAKER_ASKED = lazy.compile(r"推出|生产|制造|研发|开发|出品|发布|做的|产品|旗下|\b(?:makes?|made|launch\w*|develop\w*|behind|produc\w*|releas\w*|built|builds)\b")
_BODIES = ("company", "institution", "person")
_ONE_OF_NAMED = frozenset(("compare", "superlative"))
# What may be a name that no list has: in Latin letters within a sentence, in quotation marks, or kept back: 某大型銀行.
_NAME = lazy.compile(
    r"(?<=[a-z,;\u3400-\u9fff（(、，] )(?!January|February|March|April|May|June|July|August|September|October|November|December|Chinese|China|Hong Kong|IPO)[A-Z][a-z]{2,}"
    r"|(?<=[\u3400-\u9fff（(、，])[A-Z][a-z]{2,}|[「“『《\"][^」”』》\"]{2,16}[」”』》\"]|某|\ban? (?:undisclosed|unnamed|large|big|major|leading)\b"
)


def no_other_body(told: Told) -> bool:
    """Return whether it is asked which other body had to do with the one firm or thing a question names, and none is named by what is told."""
    question = told.question
    if len(question.subjects) != 1 or question.kind in _ONE_OF_NAMED or question.extreme or question.wants in ("date", "amount", "ratio", "reason", "duration"):
        return False
    if not _ASKED.search(question.folded) or not told.sentences or sides(question, told.evidence.library.names):
        return False
    entities, asked = told.evidence.library.names.entities, told.asked_of()
    own = asked if _MAKER_ASKED.search(question.folded) else {i for i in map(told.evidence.library.search.associate, asked) if i} | asked  # whose a thing is asks for its firm
    if not any(entities[i].kind in ("company", "product") for i in asked):
        return False
    deals = _DEALS_ASKED.search(question.folded)
    speaking = [s for s in told.sentences if deals and _DEALS.search(fold(s.text))] or told.sentences
    said = " \n ".join(fold(s.text) for s in speaking) if deals else told.said
    named = [s for s in told.evidence.library.names.find(said) if s.kind == "entity"]
    bodies = [s for s in named if any(entities[i].kind in _BODIES for i in s.ids) and not (deals and _BESIDE.match(said, s.end))]
    if any(entities[i].kind in _BODIES and i not in own for s in bodies for i in s.ids):
        return False
    others = {said[s.start : s.end] for s in named if s not in bodies}
    words = {m.group() for s in speaking for m in _NAME.finditer(s.text) if not any(fold(m.group()) in other for other in others)}
    return not any(fold(w) not in question.folded and not any(fold(w) in fold(n) for i in own for n in (*entities[i].names.values(), *entities[i].aliases)) for w in words)
