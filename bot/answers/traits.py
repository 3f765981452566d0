"""What somebody is by birth and by duty: home town, nationality, family, and what they are in charge of.

A part of a sentence answers when it is about the person (`kb.careers` says whose part it is) and says the
kind of thing asked; it is told with the part before it where that says when and where.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.answer import Answer
from bot.answers.careers import Careers
from bot.answers.staff import Staff, Stretch
from bot.answers.telling import Piece, tell
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy

_NATION = (
    r"[\u4e00-\u9fff]{1,6}国|日本|新加坡|马来西亚|印度(?:尼西亚)?|印尼|巴西|加拿大|澳洲|澳大利亚|新西兰|纽西兰|挪威|瑞典|瑞士|丹麦|芬兰|冰岛|荷兰|比利时|奥地利|西班牙|葡萄牙|意大利|义大利|希腊|波兰|捷克|"
    r"匈牙利|罗马尼亚|俄罗斯|乌克兰|土耳其|以色列|伊朗|埃及|南非|尼日利亚|肯尼亚|摩洛哥|墨西哥|阿根廷|智利|哥伦比亚|秘鲁|越南|菲律宾|巴基斯坦|爱尔兰|苏格兰|台湾|香港|澳门"
)
_BY_BIRTH = (  # "a Norwegian who", "a Dane,", "Danish-born"; printed, for its capitals tell
    r"(?:[A-Z][a-z]+(?:ese|ians?|ish(?:man|woman)?|[a-z]ean|ani|eli|i)|(?:Mexic|Americ|Kore|Chile|Germ|Rom|Afric|Keny|Ugand)an|Dane|Swede|Finn|Dutch(?:man|woman)?|French(?:man|woman)?|Welsh(?:man|woman)?|Pole|Czech|Greek|Turk|Thai|Scot|Swiss|Briton|"
    r"Spaniard|Filipin[oa]|New Zealander|Icelander|Luxembourger|Hong Konger|Londoner|New Yorker|Croat|Serb|Slovak|Slovene|Afghan|Arab)"
)
_IS_NATION = lazy.compile(
    rf"(?:^|[是,]|作为|来自|籍贯?)(?:一[名位]|个)?(?:{_NATION})(?:籍(?!贯)|人(?=[,。;、)]|$)|(?=[,。;)]|$))|\b[Aa]n? {_BY_BIRTH}(?= who\b| by birth|[,.;)]| and\b|$)|\b(?:[A-Z][a-z]+)-born\b|\b(?:citizen|national)s? of\b|国籍|\bnationality\b|\bis {_BY_BIRTH}(?=[,.;]|$)"
)
_IS_FROM = lazy.compile(
    r"(?:^|[是,])(?:土生土长的?|地道的?|一个)?(?![一二三两四五六七八九十几数本个每某两众])[\u4e00-\u9fff]{2,7}(?<![办始责持言理同老新客友投领夫])人(?=[,。;、)]|$)|(?:出生|生)[于在](?!\d)|籍贯|祖籍|老家|家乡|出身于?[\u4e00-\u9fff]{2,3}(?:的|一)|长大|"
    r"\b(?:[Bb]orn(?: and raised)?|[Gg]r[eo]w(?:ing)? up|raised) (?:[\w -]{0,48} )??(?:in|at|near|outside) (?!\d)|\bnative\b|\bhails? from\b|\bcomes from [A-Z]|\boriginally from\b"
)
_FAMILY_TOLD = lazy.compile(
    r"家庭|家境|家里|家中|父母|父亲|母亲|爸|妈(?!祖)|出身(?!于?[^,。]{0,6}(?:公司|集团|银行|大学))|兄弟|姐妹|姊妹|子女|排行|祖父|祖母|外公|爷爷|之家|世家|[女儿]子[,。]|妻子|丈夫|太太|\b(?:family|father|mother|parents?|(?:grand)?(?:son|daughter)s? of|sibling|brother|sister|born (?:in)?to|grandfather|raised by|upbringing|wife|husband|children)\b"
)
_DUTY_TOLD = lazy.compile(
    r"负责(?!人)|分管|[主掌统兼总]管(?![理机部级])|主掌|掌理|(?<![主尽高保接包托监])管(?![理家线道制控辖教用局束])(?=[\u4e00-\u9fff]{2})|主导|执掌|主持|统筹|带领|(?<!老)领导(?!层|力|者)|操盘|职责|"
    r"\b(?:in charge of|responsible for|oversee(?:s|ing)?|oversaw|runs?|running|heads?|heading|leads?|leading|manages?|managing|looks? after|looking after|handles?|duties|remit|supervises?|directs|has charge of)\b"
)
_ROLE_ONLY = lazy.compile(r"\b(?:chief|managing|head(?=,| of\b.{0,3}$))\b")


class _Kind(NamedTuple):
    """A kind of trait: what asks for it, what tells it (folded or printed), and whether several parts may."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    several: bool = False


_KINDS = {
    "nation": _Kind(lazy.compile(r"哪[国國]|哪个国家|什么国家|[哪什][个么]?国籍|国籍|\bnationality\b|\bwhat country\b|\bwhich country\b|\bcitizen(?:ship)?\b"), _IS_NATION),
    "home": _Kind(
        lazy.compile(
            r"(?:哪[里儿]?|何处|什么地方)(?:的)?人(?:氏|士)?(?=[,?呢啊呀]|$)|老家|家乡|籍贯|祖籍|出生地|在哪[里儿个座]?[^,?]{0,4}(?:出生|长大)|出生[于在]哪|生在哪|哪里(?:出生|长大|来的)|"
            r"\bwhere ?(?:is|'s|was|were|are|does|did) [^,?]{2,40}?(?:\bfrom(?=\W*$| originally)|come from|born|grow up|hail from|raised)|\bwheres? .{2,30} from originally|\bhome ?town\b|\bbirthplace\b|\bnative of\b|\bplace of birth\b"
        ),
        _IS_FROM,
    ),
    "family": _Kind(
        lazy.compile(
            r"家庭|家境|家里|家中|家人|父母|父亲|母亲|[爸妈]{1,2}|什么出身|出身(?:如何|怎[样么]|什么|于?什么)|兄弟姐妹|(?:[他她其的])(?:丈夫|老公|太太|妻子?|老婆|配偶|另一半|儿子|女儿|子女)(?![^,?]{0,12}(?:接班|继承))|"
            r"(?:\b(?:his|her|their)|[a-z]['’]s|s['’]) (?:husband|wife|spouse|sons?|daughters?|children)\b|\b(?:husband|wife|spouse|sons?|daughters?|children) of\b|"
            r"\bfamily\b|\bparents?\b|\bfather\b|\bmother\b|\bdad\b|\bmum\b|\bmom\b|\bupbringing\b|\bsiblings?\b"
        ),
        _FAMILY_TOLD,
        several=True,
    ),
    "duty": _Kind(
        lazy.compile(
            r"负责(?:的是|[些点]?)?(?:什么|哪|啥|甚么|哪些)|[分主掌具兼]?[体管]?管(?:的是|着|些)?(?:什么|哪|啥)|管哪[块一]|职责|主[掌导管]什么|主要(?:做|管|负责)|分工|"
            r"\bin charge of\b|\bresponsib\w+|\b(?:does|do|did) [\w .'’-]{2,40}? (?:run|oversee|handle|look after|head|manage|lead|supervise)(?= (?:at|for|in|now)\b|\W*$)|\bduties\b|\bremit\b|\bwhat part of\b"
        ),
        _DUTY_TOLD,
    ),
}
_RELATIVES = (
    lazy.compile(r"父|爸|father|dad|parents?"), lazy.compile(r"母|妈|mother|mum|mom|parents?"),
    lazy.compile(r"丈夫|老公|夫婿|太太|妻|老婆|夫人|配偶|伴侣|另一半|爱人|爱侣|结婚|嫁|娶|\b(?:husband|wife|spouse|partner|married|fianc\w+)\b"),
    lazy.compile(r"儿子|女儿|孩子|小孩|子女|千金|\b(?:sons?|daughters?|kids?|child(?:ren)?)\b"),
    lazy.compile(r"兄弟|姐妹|姊妹|哥哥|弟弟|姐姐|妹妹|兄长|\b(?:siblings?|brothers?|sisters?)\b"),
)  # fmt: skip
_WAS = lazy.compile(r"此前|之前|以前|先前|早年|曾|原[任是]|\b(?:previously|before|formerly|had)\b")
_ENDS = lazy.compile(r"[;。] ?$")
_WHO = lazy.compile(r"(?<!是)谁|哪[位些个](?:人|高管)|\bwho (?!(?:is|was) .{2,40} (?:from|born))")
_JOB = lazy.compile(r"之前|以前|此前|加入|公司|企业|跳槽|\b(?:before|prior|join\w*|company|firm|hired)\b")
_MOST = 2


class Traits:
    """Tells home town, nationality, family and duties of one person."""

    def __init__(self, evidence: Evidence, careers: Careers) -> None:
        """`careers` knows whom a question is about."""
        self.evidence = evidence
        self._careers = careers
        self._staff = Staff(evidence)

    def asked(self, question: Question) -> str:
        """Return which trait of one person is asked for, "" where none is."""
        if _WHO.search(question.folded) or question.wants in ("age", "reason", "duration", "date", "post", "amount"):
            return ""
        return next((k for k, kind in _KINDS.items() if kind.asks.search(question.folded)), "")

    def must(self, question: Question) -> bool:
        """Whether only such a part could answer: any other sentence would tell somebody else's origin."""
        return self.asked(question) in ("nation", "home") and self._careers.person(question) is not None and not _JOB.search(question.folded)

    def of_kin(self, question: Question) -> bool:
        """Return whether a question is about the husband, the wife or a child of somebody, so that no step of theirs answers it."""
        return self.asked(question) == "family" and any(p.search(question.folded) for p in _RELATIVES[2:4]) and not _JOB.search(question.folded)

    def answer(self, question: Question) -> Answer | None:
        """Answer with the parts that tell the trait, or return None."""
        asked = self.asked(question)
        person = self._careers.holder(question) if asked else None
        if person is None or (asked == "home" and _JOB.search(question.folded)):
            return None
        kind = _KINDS[asked]
        found = [(s, n) for s in self._staff.everywhere(person) for n, p in enumerate(s.parts) if self._tells(kind, s, n, question)]
        if asked == "nation" and not found:
            return None
        if asked == "home" and not found:
            found = [(s, n) for s in self._staff.everywhere(person) for n, p in enumerate(s.parts) if "国籍" not in p.text and self._tells(_KINDS["nation"], s, n, question)]
        if asked == "family":
            found = self._of_whom(question, found)
        if asked == "duty":
            now = [x for x in found if not _WAS.search(self._context(*x))]
            found = now or found
        if not found:
            return None
        pieces: dict[int, Piece] = {}
        for stretch, n in found:
            begin = stretch.parts[n - 1].begin if n and asked == "duty" and not stretch.parts[n].named else stretch.parts[n].begin
            if stretch.sentence.id in pieces:
                before = pieces[stretch.sentence.id]
                begin = min(begin, before[1])
            elif len(pieces) >= (_MOST if kind.several or asked == "duty" else 1):
                break
            pieces[stretch.sentence.id] = (stretch.sentence, begin, self._until(stretch, n) if asked == "duty" else stretch.parts[n].end)
        return tell(self.evidence, person, list(pieces.values()))

    @staticmethod
    def _until(stretch: Stretch, n: int) -> int:
        """Where a duty ends: with the parts behind it that go on with it, as 內容包括… or "the roadmap and the patents"."""
        end = stretch.parts[n].end
        for part in stretch.parts[n + 1 :]:
            if part.begin != end or part.named or _ENDS.search(stretch.folded[:end]) or (part.kinds and not _DUTY_TOLD.search(part.words)) or _WAS.search(part.text):
                break
            end = part.end
        return end

    def _tells(self, kind: _Kind, stretch: Stretch, n: int, question: Question) -> bool:
        """Whether a part tells a trait, at the place the question names."""
        part = stretch.parts[n]
        printed = stretch.sentence.text[part.begin : part.end]
        folded = kind.tells.search(part.words.strip())
        latin = printed.isascii() or re.match(r"\s*[A-Za-z]", printed)
        if not folded and not (latin and kind.tells.search(printed.strip())):
            return False
        if kind is _KINDS["duty"] and latin and _ROLE_ONLY.search(part.text) and not re.search(r"charge|respons|oversee|look", part.text):
            return False
        return kind is not _KINDS["duty"] or self._there(stretch, n, question)

    def _there(self, stretch: Stretch, n: int, question: Question) -> bool:
        """Whether the company named last before a duty is one the question names, if it names one and any is."""
        entities = self.evidence.library.names.entities
        firms = {i for g in question.subjects for i in g if entities[i].kind in ("company", "institution")}
        before = [m.entity for m in stretch.sentence.mentions
                  if stretch.begin <= m.start < stretch.parts[n].end and entities[m.entity].kind in ("company", "institution")]  # fmt: skip
        return not firms or not before or before[-1] in firms

    @staticmethod
    def _context(stretch: Stretch, n: int) -> str:
        """The words of a part and of the one before that it hangs on."""
        own = stretch.parts[n]
        return own.text if own.named or not n else stretch.parts[n - 1].text + own.text

    @staticmethod
    def _of_whom(question: Question, found: list[tuple[Stretch, int]]) -> list[tuple[Stretch, int]]:
        """Of what is told of a family, that about the one relative who is asked for: whom somebody married is not told by the father's trade."""
        one = [p for p in _RELATIVES if p.search(question.folded)]
        if len(one) != 1 or "parents" in question.folded or "父母" in question.folded:
            return found
        return [(s, n) for s, n in found if one[0].search(s.parts[n].text)]
