"""Sentences -> the steps of people's lives: born, studied, worked, left, founded, with their years.

A step is a stretch of a sentence: a part that says where somebody was or what they became, with the parts
after it that only add to it. Whose step it is, is told by the name before it, or carried on from the part
or the sentence before. Years are carried too: 隔年, "two years later", a year that stands in a part of
its own. What is extracted is where the step stands and when it was; its words stay the article's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from kb import lazy
from kb.model import Article, Entity, Mention, Sentence, Step
from kb.text import clauses, fold

# Folded. What a part must say to be a step, by kind; Chinese, then English.
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("born", lazy.compile(r"出生|生于|年生\b|年生$|出身(?!的)|籍贯|\bborn\b|\bgrew up\b")),
    (
        "studied",
        lazy.compile(
            r"毕业|考[上入取]|考进(?=[^,。]{0,14}(?:大学|学院|系|学校|中学|高中|专科|研究所|班|师范|理工|[大科])(?:[,。]|$|[^,。]{0,4}系))|就读|入读|攻读|进修|深造|留学|留美|学位|本科|硕士|博士(?!后)|(?:进入|进)[^,]{0,10}大学|主修|"
            r"\bgraduat\w+|\bstud(?:ied|ying)\b|\bdegree\b|\bdoctorate\b|\bph\.?d\b|\bmba\b|\bmaster'?s\b|\bbachelor'?s\b|\bmajor(?:ed|ing) in\b|\bread \w+ at\b|\benter(?:ed|ing)? .{0,60}(?:universit\w+|college)\b"
        ),
    ),
    (
        "left",
        lazy.compile(
            r"离开|离职|辞职|辞去|辞任|请辞|退休|卸任|卸下|离任|退居|\b(?:left|leaving|quit|resign\w*|retir\w+|stepp?\w* down|depart\w*)\b"
        ),
    ),
    (
        "made",
        lazy.compile(
            r"创办(?!人)|创立(?!者)|创建|创业(?!者|家|前|公司|板|团队|之|伊始|初|的)|(?:分割|合伙|合资|出资|共同|携手|一手)成立|年(?:\d{1,2}月)?[才又再则他她]?成立(?=[^,。;于以的后时]{2,12}(?:[,。;]|$))|开(?:出|了|设)第?一?[家间]|共同创(?!办人|始人)|自立门户|\b(?:co-?)?found(?:ed|ing)\b|\bset up\b|\bstart(?:ed)? (?:the|a|an|his|her|its|their)(?: own)? (?:\w+ )?(?:company|firm|business|start-?up)|\bto start\b"
        ),
    ),
    (
        "worked",
        lazy.compile(
            r"任职|担任|在[^,。]{2,16}[做当](?=[^,。]{2,10}[,。;])|在[^,。]{2,16}(?:服务|查[账帐]|执业|执教|行医|实习|教书|(?<!的)研究(?!员|所|院)|上班)|在[^,。\d]{2,16}[\d一二两三四五六七八九十]+多?年(?!代|级|初|底|前|后|的?目标)(?=[,。;]|$)|出任|历任|升任|升[至到](?![\d超近约逾])|升为|升上|晋升|转任|转[入投往](?![亏盈幕地后量商正])|接任|兼任|调任|调到|调往|外派|派驻|加入|加盟|入职|跳槽|转投|转往|转到|转赴|就职|供职|效力|效劳|服务于|应聘|聘任|受聘|挖角|"
            r"任教|原任|原为|原是|原职|现任|曾任|曾是|曾为|曾在|待过|待了|工作|做起|做到|坐上|接手|接掌|执掌|掌舵|掌管|负责(?!人)|带领|部属|部下|下属|旧部|毕业后(?:即|便|就|先)?(?:进入?|加入|到|去)|回归|回国|返国|返台|回台|归国|就任|上任|接棒|来自|在位|一路|"
            r"(?:此前|之前|以前|先前|原本|早年)(?:是|在|任|为|担任)|(?<![责主])任(?=[^何务意期性])|当[了上过]|当(?=[^,]{0,10}(?:员|师|长|经理|总监|教授|人))|"
            r"[做干待当跑教管工作]了?[\d一二两三四五六七八九十]+多?年|"
            r"\b(?:join(?:ed|s|ing)?|work(?:ed|s|ing)?|mov(?:ed|ing) to|serv(?:ed|es|ing)|becam?e|becomes?|becoming|(?:was|were|been|is|be) (?:made|named|appointed|promoted|hired|elected)|named|appoint(?:s|ed)|promoted|"
            r"spent|began (?:as|at|with|(?:his|her|their|a) career)|start(?:ed|ing) (?:(?:his|her|their) career|out|at|as)|career|rose|rising|ran|run|runs|led|leads|head(?:ed|s)|held|arrived|c[oa]me from|hired|took (?:over|up|charge)|"
            r"return(?:ed|ing)|recruit\w*|former(?:ly)?|previously|had been|who was|(?:was|is|as|been) (?:an? |the |its )?(?:\w+ ){0,3}(?:chief|director|manager|engineer|president|head|partner|analyst|researcher|consultant|officer|professor|scientist|ceo|cfo|cto|coo|chairman|treasurer))\b"
        ),
    ),
)
# Where somebody went, if the part says nothing clearer.
_GOES = lazy.compile(
    r"(?<![挤打杀走排])(?:进入?(?![军行步一口度展出货]|[^,]{0,12}(?:领域|市场|赛道|行业|前\d))|转进)(?=[^,]{2,14}(?:,|;|。|$|当|做|任|担))|(?:去了|(?<![谈提达感受得看遇做升从])到了?|赴)(?=[^,]{1,14}(?:公司|集团|厂|银行|所|院|局|部|社|琴|当|做|任|担|工作))|(?:去了)(?=[^,]{2,14}[,。])"
)
_SPEAKS = lazy.compile(r"表示|说|认为|指出|谈到|透露|坦言|直言|强调|提到|宣布|\b(?:said|says|told|added|called|expects?|believes?)\b")
# Words of weighing, not of a step: what something laid the ground for, what was done while in a post.
_NO_STEP = lazy.compile(r"奠定|打下|累积|积累|铺路|为日后|为后来|我们?(?!国)|(?:任|任职|在任)期?[内间]|立志|\blaid the\b|\bknows?\b|\bwe\b|\bi\b")
_FOUNDING = lazy.compile(r"成立|创立|创办|\b(?:founded|established|set up)\b")
_DONE_BY = lazy.compile(r"\b(?:founded|co-founded|established|set up|started|created|led|run|headed|chaired|overseen|succeeded|replaced)\b[^,;]*\bby(?: (?:mr|ms|mrs|dr|sir|its|then|the|chief|\w+ officer))*\s*$|由[^,]{0,16}$")
_ALONG = lazy.compile(r"^\s*(?:and|和|与|及|、|以及)\s*$")
_EN_START = lazy.compile(r"^\s*(?:born|raised|educated|trained|after|before|at|aged|in (?:the )?\d{4}|since|from|until|\w+ years later|a year later|the following year|later|then|earlier|previously|as an?|an? (?:graduate|native|veteran|former|trained))\b")
_EARLIER = lazy.compile(
    r"此前|之前(?!进|加)|以前|先前|曾[任是为在]|原[任是为职]|来自|原本|\b(?:former(?:ly)?|previously|c[oa]me from|had been|had (?:run|led|worked|spent|served))\b|\bfrom (?=[A-Z])"
)
# Starts a step of its own even without a year: one thing after another.
_NEXT = lazy.compile(
    r"^[^,]{0,4}?(?:之后|随后|后来|其后|接着|再(?!加)|然后|最后|最终|此前|之前|先前|曾|原任|原是|后|又|创业前)|^\s*(?:and |but )?(?:he |she )?(?:then|later|afterwards?|before|previously|formerly|finally|eventually)\b"
)
_SETTING = lazy.compile(
    r"^\s*(?:[^,]{0,12}?(?:毕业|创业|回国|返台|离开[^,]{0,8}|离职|退伍|当兵|入学)[^,]{0,4}?(?:后|前|时|期间|同时)|after (?:graduat\w+|leaving [^,]+|that|university))[,:]?\s*$"
)
_ADDS = 30  # characters; a longer part without a cue is about something else
_ADDS_EN = 70
_DATE_ALONE = lazy.compile(
    r"\s*(?:in |by |since |at the end of |early in |late in )?(?:\w+ )?(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?[^,]{0,3}?,?\s*|\s*\d{1,2}月(?:\d{1,2}日)?[^,]{0,2},?\s*|(?:从|自)?(?:19|20)\d\d年?(?:\d{1,2}月)?\s*(?:至|到|-|–|—|~)\s*(?:(?:19|20)\d\d年?(?:\d{1,2}月)?|今|现在)[^,]{0,3},?\s*|[^,]{0,3}年后?,?\s*|(?:同|当|隔|次|翌)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^,]{0,2},?\s*|\w+ years? later,?\s*"
)
_PRONOUN = lazy.compile(r"^[^,]{0,14}?[他她](?!们)|\b(?:he|she)\b")
_FIRST_JOB = lazy.compile(r"\bcareer\b|\bworked\b|\bfirst job\b|入职|任职|工作|担任")
_HE = lazy.compile(r"\s*(?:[他她](?!们)|he\b|she\b)")
_NOT_A_PERSON = lazy.compile(
    r"^\s*(?:公司|集团|该公司|董事会|双方|产品|其中|目前公司|新公司|员工|市场|营收|the (?:company|firm|group|board|round|process|business)|its|it|they|sales|revenue)(?![a-z])"
)
_SOMEBODY = lazy.compile(
    r"^[^,]{0,10}(?:副总|主管|总监|经理|主任|科学家|工程师|分析师|顾问|[财技营执行品策]{1,2}长|秘书|[行务术运营]官|总裁|董事长|负责人)(?=[\u4e00-\u9fff]{2,3}(?:\d{4}年|则|也|已|将|来自|加入|曾|此前|出任|担任|接任|是|为|说|表示|辞|离|到))"
)
_AS_OBJECT = lazy.compile(
    r"(?:[与和跟及]|(?<!共)同(?!学|事|窗|乡|业|年|行|袍)|以及|连同|(?<!则)(?<!将)(?<!是)[对向给替比]|感谢|最懂|击败|取代|接替|师从|说服|找来|父亲|母亲|妻子|丈夫)[^,]{0,12}$|、$|"
    r"\b(?:by|with|to|from|of|than|succeed(?:s|ing|ed)?|replac(?:es|ing|ed)|under|including|like|told|for|and)(?: (?:mr|ms|mrs|dr|sir|\w+ \w+ officer|\w+))?\s*$"
)
# Two posts of one holder before their name: 财务总监及董事会秘书某某 puts nobody beside anybody.
_POSTS = lazy.compile(r"(?<=[监长理裁事席官师人书任管])[及和兼暨与、][^,。;、]{0,10}[监长理裁事席官师人书任管]$")
_HANDED = lazy.compile(r"由[^,]{0,16}$|(?:的)?(?:是|为)[^,]{0,8}$")
_RELATIVE = lazy.compile(r"^\s*(?:and )?(?:who|an? former|formerly|previously|now|the|an?|currently|whose)\b")
_SPLIT_EN = lazy.compile(
    r"; |, (?!\d{3}\b)| (?=and then\b)| (?=before \w+ing\b)| (?=before she\b| before he\b)| and (?=(?:later |then )?(?:he |she )?(?:was|has|had|began|led|ran|rose|moved|joined|left|became|worked|spent|served|took|founded|co-founded|runs|leads|is)\b)"
)

# Two or three named before, by their family names or not at all: 张周二人都, "both joined".
_TOGETHER = lazy.compile(r"^[^,]{0,2}?(?P<names>[\u4e00-\u9fff]{0,3})(?P<n>[两二三])人(?:[都均皆也同曾一]|双双|先后|分别|此前|于|在(?!\d))|^(?:and |who )?(?:both|the two)(?: men| women| of them| executives)? (?=(?:had |have |also )?(?:left|joined|came|worked|quit|resigned|studied|graduated|were)\b)")
_HAN = lazy.compile("[\u3400-\u9fff]")
_NOBODY = "-"
_LONG = 30  # years; nobody's story skips more

# Dates, folded. A year alone must be one a person can have lived through.
_Y = r"(?:19[3-9]\d|20[0-4]\d)"
_SPAN = lazy.compile(
    rf"({_Y})年?(?:(\d{{1,2}})月)?\s*(?:至|到|-|–|—|~|至于)\s*({_Y})年?(?:(\d{{1,2}})月)?|\b(?:from|between) ({_Y}) (?:to|until|and|through) ({_Y})\b"
)
_YEAR_ZH = lazy.compile(rf"({_Y})年(?:(\d{{1,2}})月)?(?!代)")
_MONTHS = "january february march april may june july august september october november december".split()
_YEAR_EN = lazy.compile(rf"(?:\b({'|'.join(_MONTHS)}|{'|'.join(m[:3] for m in _MONTHS)})\.? (?:\d{{1,2}},? )?)?(?<![\d,.$€£¥-])\b({_Y})\b(?![\d,.]*\d|%| (?:units|tonnes|people|shops|staff))")
_RELATIVE_YEAR = lazy.compile(
    r"(隔年|次年|翌年|第二年|the (?:following|next) year|a year later|one year later)(?:(\d{1,2})月)?|(同年|当年|that(?: same)? year|the same year)(?:(\d{1,2})月)?|"
    r"([\d一二两三四五六七八九十]{1,2})年(?:之)?后|\b(two|three|four|five|six|seven|eight|nine|ten|\d) years later"
)
_WHEN = lazy.compile("19|20|年|year")  # what all of these hold
_NOW = lazy.compile(r"(今年|this year)|(去年|last year)")
_DIGIT = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_WORDS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}


class Told(Protocol):
    """A sentence of an article, extracted or stored."""

    @property
    def text(self) -> str:
        """As printed."""

    @property
    def paragraph(self) -> int:
        """Which paragraph of the article it stands in."""

    @property
    def heading(self) -> str:
        """The heading above it."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names in it."""


@dataclass(slots=True)
class Part:
    """A part of a sentence: text[begin:end], who it is about, and what it says of when."""

    begin: int
    end: int
    text: str
    person: str | None
    words: str  # the same with the names of people made unreadable
    start: str | None = None
    until: str | None = None
    named: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """What kind of step it tells; asked only of parts about somebody, for it takes many patterns."""
        return _kinds(self.words)


def read(article: Article, sentences: Sequence[Sentence], entities: Callable[[str], Entity]) -> list[Step]:
    """Return the steps an article tells, in the order of its text; `entities` gives what a mention's id is."""
    if not any(entities(m.entity).kind == "person" for s in sentences for m in s.mentions):
        return []
    out: list[Step] = []
    before: tuple[int, str, str] | None = None  # the paragraph, person and date of a sentence that tells no step
    for sentence, here in zip(sentences, parts(article.published, sentences, entities), strict=True):
        found = list(_steps(sentence, here))
        goes_on = before and found and not found[0].start and (sentence.paragraph, found[0].person) == before[:2]
        if goes_on and before and _HE.match(here[0].text):
            found[0] = replace(found[0], start=before[2])
        out += found
        dated = [p for p in here if p.start and (p.person or here[-1].person)]
        before = (sentence.paragraph, here[-1].person or "", dated[-1].start or "") if dated and not found else None
    return out


def parts(published: str | None, sentences: Sequence[Told], entities: Callable[[str], Entity]) -> Iterator[list[Part]]:
    """Yield for each sentence of an article its parts, each with whom and when it is about."""
    reader = _Reader(entities, _year_of(published))
    paragraph: tuple[int, str] | None = None
    for sentence in sentences:
        if paragraph is not None and (sentence.paragraph, sentence.heading) != paragraph:
            reader.paragraph()
        paragraph = (sentence.paragraph, sentence.heading)
        yield list(reader.parts(sentence))


class _Reader:
    """Reads sentences one after another and keeps who and which year was spoken of last."""

    def __init__(self, entities: Callable[[str], Entity], published: int | None) -> None:
        self._entities = entities
        self._published = published
        self._last: str | None = None  # whom a pronoun means
        self._subject: str | None = None  # whom a part without a subject is about
        self._year: int | None = None
        self._recent: list[tuple[str, str]] = []  # people named, with how each name begins

    def paragraph(self) -> None:
        """Begin a paragraph: a part without a subject is about nobody until one is named."""
        self._subject = None

    def parts(self, sentence: Told) -> Iterator[Part]:
        """Yield the parts of a sentence with whom and when they are about."""
        folded = fold(sentence.text)
        people = [m for m in sentence.mentions if self._kind(m.entity) == "person"]
        firms = [m for m in sentence.mentions if self._kind(m.entity) in ("company", "product")]
        ended: str | None = None  # the person the part before ended with, whom an apposition describes
        for begin, end in cut(folded):
            text = folded[begin:end]
            here = [m for m in people if begin <= m.start < end]
            first = here[0] if here else None
            before = _POSTS.sub("", folded[begin : first.start]) if first else ""
            named = False
            resume = self._subject
            once: str | None = None
            done_by = bool(first and _DONE_BY.search(before))
            owner = bool(first and before.strip() and folded.startswith("的", first.end))  # 成了某某的门徒
            if first and not owner and (not _AS_OBJECT.search(before) or _HANDED.search(before) or done_by):
                self._subject = self._last = first.entity
                named = True
            elif _RELATIVE.match(text) and ended:
                once = ended
            elif text.lstrip().startswith("who ") and begin:  # somebody no name was found for
                once = _NOBODY
            elif not first and _SOMEBODY.match(text):
                self._subject = None  # a name that was not found: better nobody than the one before
            elif _PRONOUN.search(text) and self._last:
                self._subject = self._last
            elif _NOT_A_PERSON.match(text) or (
                any(m.start == begin + len(text) - len(text.lstrip()) for m in firms)
                and not (begin and re.match(r"[ -~]", text))  # in English a list goes on: "at Foo, Bar and Baz"
            ):
                self._subject = None
            elif not begin and text.isascii():  # an English sentence names its subject, or hangs on the last one
                self._subject = self._last if _EN_START.match(text) and self._followed(folded) else None
            whom = (once or self._subject) if once != _NOBODY else None
            part = Part(begin, end, text, whom, _masked(text, begin, here), named=named)
            self._date(part)
            yield from self._shared(part, folded, here if done_by else [])
            self._remember(folded, here)
            if once:
                self._subject = resume
            last = here[-1] if here else None
            ended = last.entity if last and not folded[last.end : end].strip(" ,;.()") else (ended if first is None and text.strip(" ,.").isdigit() else None)

    def _shared(self, part: Part, folded: str, makers: Sequence[Mention]) -> Iterator[Part]:
        """Yield a part for each whom it is about: "founded by A and B", 两人都在2017年离开."""
        if pair := _TOGETHER.match(part.text.strip()):
            yield from (replace(part, person=person) for person in self._together(pair))
            return
        yield part
        for other in makers[1:]:
            if _ALONG.match(folded[makers[0].end : other.start]):
                yield replace(part, person=other.entity)

    def _remember(self, folded: str, people: Sequence[Mention]) -> None:
        for m in people:
            self._recent = [r for r in self._recent if r[0] != m.entity] + [(m.entity, folded[m.start])]

    def _together(self, pair: re.Match[str]) -> list[str]:
        """The people that "the two of them" means, by family name where that is said, none when that is unclear."""
        count = 3 if pair["n"] == "三" else 2
        said = (pair["names"] or "")[-count:]
        by_name = [next((e for e, first in reversed(self._recent) if first == c), None) for c in said]
        if len(said) == count and all(by_name):
            return [e for e in by_name if e]
        return [e for e, _ in self._recent[-count:]] if len(self._recent) >= count else []

    @staticmethod
    def _followed(folded: str) -> bool:
        """Whether a sentence goes on with "he" or "she": "Born in Lagos, she studied …"."""
        return bool(re.search(r"\b(?:he|she|his|her)\b", folded))

    def _kind(self, entity: str) -> str:
        return self._entities(entity).kind

    def _date(self, part: Part) -> None:
        text = part.text
        if not _WHEN.search(text):
            return
        if span := _SPAN.search(text):
            a, am, b, bm, c, d = span.groups()
            part.start, part.until = _iso(a or c, am), _iso(b or d, bm)
            self._year = int(b or d)
        elif year := _YEAR_ZH.search(text):
            part.start = _iso(year.group(1), year.group(2))
            self._year = int(year.group(1))
        elif found := _YEAR_EN.search(text):
            month = next((n for n, m in enumerate(_MONTHS, 1) if found.group(1) and m.startswith(found.group(1)[:3])), None)
            part.start = _iso(found.group(2), str(month) if month else None)
            self._year = int(found.group(2))
        elif (near := _NOW.search(text)) and self._published and part.kinds:
            part.start = str(self._published - bool(near.group(2)))
        elif self._year and (after := _RELATIVE_YEAR.search(text)):
            next_one, next_month, same, same_month, count, word = after.groups()
            number = _DIGIT.get(count or "", 0) or _WORDS.get(word or "", 0)
            number = 1 if next_one else number or int(next((n for n in (count, word) if n and n.isdigit()), "0"))
            if number < _LONG and (same or number):
                self._year += number
                part.start = _iso(str(self._year), next_month or same_month)
        if part.start and "born" in part.kinds:
            self._year = None  # "six years later" counts from what came between, not from a birth


def _masked(text: str, begin: int, people: Sequence[Mention]) -> str:
    """A part with the names of people made unreadable: 翁福生於1961年 says of no birth."""
    for m in people:
        text = text[: m.start - begin] + "某" * (m.end - m.start) + text[m.end - begin :]
    return text


def cut(folded: str) -> list[tuple[int, int]]:
    """Return the parts of a folded sentence: at its commas, and in English before each further verb too.

    >>> s = "she moved to tesco in 2007 and rose to become its director; in 2014 she left"
    >>> [s[a:b] for a, b in cut(s)]
    ['she moved to tesco in 2007 and ', 'rose to become its director;', ' in 2014 she left']
    """
    out: list[tuple[int, int]] = []
    for start, end in clauses(folded):
        begin = start
        colon = folded.find(":", start, end)
        if 0 <= colon < end - 2 and not folded[start:end].isascii():
            out.append((begin, colon + 1))
            begin = colon + 1
        if not _HAN.search(folded, start, end):
            for match in _SPLIT_EN.finditer(folded, start, end):
                if begin < match.end() < end:
                    out.append((begin, match.end()))
                    begin = match.end()
        out.append((begin, end))
    return [(a, b) for a, b in out if folded[a:b].strip(" ,;。.")]


@lru_cache(maxsize=64)
def _kinds(text: str) -> tuple[str, ...]:
    if _SETTING.match(text):
        return ()
    if _NO_STEP.search(text):
        return ()
    kinds = tuple(kind for kind, pattern in _CUES if pattern.search(text))
    if _SPEAKS.search(text) and not re.search(r"\d", text) and "that" not in text:
        return ()
    if "born" in kinds:
        kinds = tuple(k for k in kinds if k != "worked")
    return kinds or (("worked",) if _GOES.search(text) else ())


def _steps(sentence: Sentence, parts: Sequence[Part]) -> Iterable[Step]:
    """Join the parts of a sentence into steps."""
    out: list[Step] = []
    waiting: Part | None = None  # a part that only says when: it belongs to the next
    open_step = False
    dated: Part | None = None  # an earlier part with a date that says no step
    for part in parts:
        own = part.person
        if part.start:
            alone = bool((own and not part.kinds) or _DATE_ALONE.fullmatch(part.text))
            dated = part if alone or (not own and _FOUNDING.search(part.text)) else None
        if own is None:
            when = part.start and not part.kinds and _DATE_ALONE.fullmatch(part.text)
            waiting, open_step = (part if when else None), False
            continue
        if not part.kinds:
            short = len(part.text) <= (_ADDS_EN if re.match(r"\s*[a-z]", part.text) else _ADDS)
            if (_DATE_ALONE.fullmatch(part.text) or _SETTING.match(part.text)) and not part.named:
                waiting = replace(part, begin=waiting.begin if waiting else part.begin, start=part.start or (waiting.start if waiting else None))
            elif part.start and not part.named:
                open_step, waiting = False, None
            elif part.named and short:
                waiting = part
            elif open_step and short and out[-1].person == own and waiting is None:
                out[-1] = replace(out[-1], end=part.end)
            else:
                open_step, waiting = False, None
            continue
        begin = waiting.begin if waiting and waiting.person in (own, None) else part.begin
        start = part.start or (waiting.start if waiting and waiting.person in (own, None) else None)
        fits = dated is not None and dated.person in (own, None) and (not _FOUNDING.search(dated.text) or "made" in part.kinds)
        start = start or (dated.start if dated and fits else None)
        dated = None
        same = open_step and out[-1].person == own and not _apart(out[-1].kinds, part.kinds)
        same = same and not ("born" in out[-1].kinds and _FIRST_JOB.search(part.text))
        if same and not start and waiting is None and not _NEXT.match(part.text):
            out[-1] = replace(out[-1], end=part.end, kinds=_both(out[-1].kinds, part.kinds))
        else:
            earlier = bool(_EARLIER.search(part.text)) and start is None
            until = part.until or (waiting.until if waiting and not part.start else None)
            out.append(Step(own, part.kinds, start, until, earlier, sentence.n, begin, part.end))
        open_step, waiting = True, None
    return out


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of a step and a part that adds to it; where somebody moved as a child is no job."""
    return tuple(k for k in dict.fromkeys([*one, *other]) if k != "worked" or "born" not in one)


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one part tells of a school and the other of a job: two steps, though one year may do for both."""
    return ("studied" in one) != ("studied" in other) and ("worked" in one) != ("worked" in other)


def _iso(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02d}" if month and 0 < int(month) < 13 else year


def _year_of(published: str | None) -> int | None:
    return int(published[:4]) if published and published[:4].isdigit() else None
