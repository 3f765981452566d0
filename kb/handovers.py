"""Who comes into a post, who goes, whom somebody follows and where they come from: a grammar of changes of posts.

A sentence is first put into a form in which each person, each organisation and each post is one sign; what is left
is the little that news says around them: the verb, 由, "as", "from". Rules over that form are few and hold for any name
and any post. What a sentence leaves out (遺缺由某某接任, "her deputy takes over") is taken from who went before it in
the same paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kb import lazy
from kb.text import fold

PERSON, FIRM, POST = "\ue000", "\ue400", "\ue800"  # the first sign of each kind
_ROOM = 0x400
_P, _F, _R = "[\ue000-\ue3ff]", "[\ue400-\ue7ff]", "[\ue800-\uebff]"
_NP = "\ue000-\ue3ff"  # inside a class
_BACK = 2  # sentences of one paragraph between who goes and who comes

# ------------------------------------------------------------ Chinese
_GOES_ZH = r"(?:卸任|离任|辞任|辞职|辞去|请辞|退休|离职|离开|不再(?:担任|兼任)|卸下|交棒|下台|去职|免去|被免|病逝|离世|荣退)"
_MOVES_ON_ZH = r"(?:转任|调任|退居|升任|另有任用)"
_TELLS_ZH = r"(?:证实|表示|说|称|透露|指出|认为|否认)"
_COMES_ZH = r"(?:(?:接任|接替|接棒|继任)(?!人选|者|的人)|接手|接掌|接过|升任|出任|就任|暂代|代理|代行|代管|兼任|担任|代为|上任|履新|执掌|掌舵|扶正|补上|顶上)"
_NAMES_ZH = r"(?:任命|聘任|聘请|委任|提拔|提名|选举|推举|推选|延揽|找来|请来|挖来|挖角|增聘|迎来|指派|拔擢|同意)"
_HEIR_ZH = r"(?:接替人选|接任人选|继任人选|接替者|继任者|接班人|接任者|接棒人|接棒者|接棒的|接任的|接手的|接替的|接[替任][他她其][^,。;\ue000-\ue3ff]{0,14}的)"
_VACANT = rf"(?:遗缺|空缺|缺口|出缺|(?:[其他她]|{_P})的?(?:职[务位责]|工作|位[子置]|棒子|岗位)|{_R}(?:一职|之职|职[务位缺]|的?(?:职[务位责]|位[子置]|工作|岗位|空缺)))"
_NAMED_ZH = rf"[^,。;:{_NP}]{{0,24}}?(?P<p>{_P})"
_ZH: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("goes", lazy.compile(rf"(?P<p>{_P})(?:(?!{_TELLS_ZH}|{_R})[^。;{_NP}]){{0,30}}?(?<![不未没])(?:{_GOES_ZH}(?P<post>[^,。;{_NP}]{{0,14}})|{_MOVES_ON_ZH})")),
    ("gone", lazy.compile(rf"(?:原|前任|前|时任)(?P<post>(?:{_R}[兼及和、]?)+)(?P<p>{_P})")),
    # 接替某某; 其職務由某某接任; 某某的前任是某某
    ("follows", lazy.compile(rf"(?:(?P<p>{_P})|(?P<he>[他她]))[^。;{_NP}]{{0,30}}?(?:接替|接任|接下|接过|取代|接棒|接手|继任|顶替|换下)(?!人选|者|的)(?P<post>[^,。;{_NP}]{{0,16}}?)(?P<q>{_P})(?!接|升|出任|担任)")),
    ("follows", lazy.compile(rf"(?P<q>{_P})[^,。;{_NP}]{{0,12}}?由{_NAMED_ZH}(?:接[替任棒手掌]|继任|取代|顶替)(?P<post>)")),
    ("follows", lazy.compile(rf"(?:(?P<p>{_P})|(?P<he>[他她其]))的?前任(?P<post>[^,。;{_NP}]{{0,14}}?)(?P<q>{_P})")),
    ("follows", lazy.compile(rf"(?P<q>{_P})的?{_HEIR_ZH}(?P<post>[^。;{_NP}]{{0,24}}?)(?P<p>{_P})")),
    ("heir", lazy.compile(rf"(?:(?<![任升兼])(?P<topic>{_R}|{_VACANT})(?:(?!遗缺|空缺由|[其他她])[^。;{_NP}]){{0,24}}?)?(?:交)?由(?:新任)?{_NAMED_ZH}(?P<aside>,[^,。;{_NP}]{{2,20}},)?(?:暂时|先行|正式|将)?(?:{_COMES_ZH}|负责)(?P<post>[^,。;{_NP}]{{0,12}})")),
    ("heir", lazy.compile(rf"(?P<topic>{_VACANT})(?:则|将|已|暂时|,)*(?:交由|由|交给|传给|落到|归){_NAMED_ZH}(?P<post>)")),
    ("heir", lazy.compile(rf"(?P<topic>)(?P<her>{_HEIR_ZH}|后任)(?:则|就|将|,)*(?:是|为|:|,)?{_NAMED_ZH}(?P<post>)")),
    ("heir", lazy.compile(rf"(?P<topic>)(?:交棒给|交给|传给|让位给|棒子交到){_NAMED_ZH}(?P<post>)")),
    ("comes", lazy.compile(rf"{_NAMES_ZH}{_NAMED_ZH}(?:,[^,。;{_NP}]{{2,20}},)?(?:为|出任|担任|任|接任|当|做|掌|接掌|作为|升任)(?P<post>[^,。;{_NP}]{{0,20}})")),
    ("comes", lazy.compile(rf"(?<![被获受为由])(?P<p>{_P})(?:(?!{_TELLS_ZH})[^。;{_NP}]){{0,30}}?(?<![不未没曾再])(?:{_COMES_ZH}|赴任|转任|升为|升至|获任|获委任为|获聘为|当上|坐上|成为)(?P<post>[^,。;{_NP}]{{0,24}})")),
    ("comes", lazy.compile(rf"(?:新任|新一任|候任|(?:^|[,。;:、的司])新(?=[\ue800-\uebff]))(?P<post>(?:{_R}[兼及和、]?)+)(?:是|为|由)?(?P<p>{_P})")),
)  # fmt: skip
_TITLE_ZH = lazy.compile(rf"(?:{_R}[兼及暨和、]?)+$")

_THE_POST = lazy.compile(r"(?:这个?|该|此)(?:位[子置]|职[位务]|岗位|职)|(?:职位|位[子置])[^,。;]{0,20}(?:空着|空缺|悬空|悬缺)|\b(?:the|that) (?:post|job|role|position|seat)\b|\bvacant\b")

# ------------------------------------------------------------ English
_GOES_EN = r"(?:step(?:s|ped|ping)? down|stood down|stand(?:s|ing)? down|resign(?:s|ed|ing)?|retir(?:e|es|ed|ing)|leav(?:e|es|ing)|left|depart(?:s|ed|ing)?|quits?|exit(?:s|ed)?|oust(?:ed)?|fired|died)"
_NAMES_EN = r"(?:name[sd]?|naming|appoint(?:s|ed|ing|ment of)?|hir(?:es|ed|ing(?: of)?)|promot(?:es|ed|ing|ion of)|elect(?:s|ed)|tap(?:s|ped)|pick(?:s|ed)|chose|poach(?:es|ed)|recruit(?:s|ed)|elevat(?:es|ed))"
_COMES_EN = r"(?:(?:will |to |would |is to |was to )?becom(?:e|es|ing)|became|tak(?:e|es|ing) (?:over|charge|the helm|up)|took (?:over|charge|the helm|up)|(?:was|were|is|been|be) (?:named|appointed|promoted|made|elected|hired|elevated)|step(?:s|ped|ping)? (?:up|in)|fill(?:s|ed|ing)? in|stand(?:s|ing)? in|assum(?:e|es|ed|ing)|join(?:s|ed|ing)? (?:[a-z]+ ){0,3}as)"
_SUCCEEDS = r"(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|(?:tak(?:e|es|ing)|took) over from|in place of|in succession to|follows)"
_NAMED_EN = rf"(?:(?:[a-z0-9'’&-]+|{_R}|{_F}(?:['’]s)?),? ){{0,9}}?(?P<p>{_P})"
_EN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("goes", lazy.compile(rf"(?P<p>{_P})(?:(?!\b(?:said|says|told|that)\b)[^.;{_NP}]){{0,80}}?\b(?<!not ){_GOES_EN}\b(?P<post>(?:(?! to | for )[^.,;{_NP}]){{0,40}})")),
    ("gone", lazy.compile(rf"\b(?:outgoing|former|previous|then) (?P<post>{_R})(?:,)? (?P<p>{_P})")),
    ("follows", lazy.compile(rf"(?:(?P<p>{_P})|\b(?P<he>he|she)\b)(?:(?! by |\bwhom?\b)[^.;{_NP}]){{0,130}}?\b{_SUCCEEDS} (?!by\b|as\b)(?P<post>[^.,;{_NP}]{{0,50}}?)(?P<q>{_P})")),
    ("follows", lazy.compile(rf"(?P<p>{_P})(?:(?! by )[^.;{_NP}]){{0,80}}?\b{_SUCCEEDS} (?P<him>him|her)\b(?P<post>)")),
    ("follows", lazy.compile(rf"(?P<q>{_P})[^.;{_NP}]{{0,80}}?\b(?:succeeded|replaced|followed)\b(?P<post>[^.;{_NP}]{{0,40}}?)\bby {_NAMED_EN}")),
    ("heir", lazy.compile(rf"(?P<topic>)\b(?:succeeded|replaced)\b(?P<post>[^.;{_NP}]{{0,40}}?)\bby {_NAMED_EN}")),
    ("heir", lazy.compile(rf"(?P<topic>)\b(?:successor|replacement)(?P<post> as {_R}|)(?:,| is| was| will be| would be|:| has been named,?| named) ?{_NAMED_EN}")),
    ("heir", lazy.compile(rf"(?P<topic>)\b(?:duties|role|job|post|responsibilities|position|work)\b[^.;{_NP}]{{0,20}}? (?:handled|assumed|covered|taken (?:on|over)|filled|performed|shared)(?P<post>[^.;{_NP}]{{0,20}}?) by {_NAMED_EN}")),
    ("heir", lazy.compile(rf"(?P<topic>)(?P<p>{_P})[^.;{_NP}]{{0,60}}\bas (?:his|her|their) (?:successor|replacement)\b(?P<post>)")),
    ("heir", lazy.compile(rf"(?P<topic>)\b(?:his|her|their|the) (?:deputy|number two|second-in-command|role|duties|post|job|position),? (?:(?:goes|passes|go|pass|will go|has gone|went|passed) to )?(?:[a-z-]+ )?(?P<p>{_P})(?P<post>[^.;{_NP}]{{0,60}}|)")),
    ("comes", lazy.compile(rf"\b{_NAMES_EN} {_NAMED_EN}(?:, [^,.;{_NP}]{{1,60}},)? (?:as |to be |to |)(?P<post>(?:[a-z'’-]+ ){{0,4}}?{_R}[^.;{_NP}]{{0,40}})")),
    ("comes", lazy.compile(rf"(?P<p>{_P})[^.;{_NP}]{{0,80}}?\b{_COMES_EN}\b(?P<post>[^.;{_NP}]{{0,60}})")),
)  # fmt: skip
_TITLE_EN = lazy.compile(rf"(?:{_R}(?: and |, | & )?)+,? (?:(?:mr|ms|mrs|sir|dame|dr|lord|professor)\.? )?$")
_AFTER_EN = lazy.compile(rf",? (?:\d\d, )?(?:the |its |their |who is (?:the |its )?|(?:[a-z]+['’]s )|{_F}['’]s )?(?:[a-z]+ ){{0,2}}?{_R}")
_POST_AT = lazy.compile(rf"{_R}(?: and {_R})* (?:of|at|for) (?:the )?(?P<at>[^,.;]{{2,50}})")

# ------------------------------------------------------------ where somebody comes from
_ORG = r"(?:公司|集团|银行|大学|学院|医院|研究[院所]|事务所|机构|央行|协会|基金|证券|信托|部|局|厂|社|报|行|区)"
_SOME_NAME = r"(?P<name>(?:(?!(?:to|as|in|on|where|who|which|after|before|when|and)\b)[^\s,.;]+ ?){1,6})"
_FROM: tuple[re.Pattern[str], ...] = (
    lazy.compile(rf"(?:前(?!任|身|述|\d|一|两|三|后)|原(?!来|本|先)|曾[任在是为](?:职)?|曾供职于|曾任职于|出身)[^,。;、{_NP}]{{0,14}}?(?:{_F}|{_ORG})[^,。;{_NP}]{{0,14}}?(?P<p>{_P})"),
    lazy.compile(rf"(?P<p>{_P})[^。;{_NP}]{{0,16}}?[是由被经]{_P}[^,。;{_NP}]{{0,8}}?[从由自向](?P<at>[^,。;{_NP}]{{2,24}}?)(?:挖|延揽|请|找|招|引进)"),
    lazy.compile(rf"(?:(?<![是被由经])(?P<p>{_P})[^。;{_NP}]{{0,24}}?|(?:^|[,。;])[^,。;{_NP}]{{0,16}}?)[从由自](?!此|而|今|来|身|己|\d)(?P<at>[^,。;{_NP}]{{2,24}}?)(?:跳槽|转任|转投|转[入往到]|挖来|挖角|挖过来|延揽|找来|请来|过来|加入|加盟|而来|空降|转战|投奔|被挖)"),
    lazy.compile(rf"(?:(?P<p>{_P})[^。;{_NP}]{{0,16}}?|(?:^|[,。;])[^,。;{_NP}]{{0,10}}?)(?<!主要)来自(?P<at>[^,。;{_NP}]{{2,24}})"),
    lazy.compile(rf"(?P<p>{_P})(?:,[^,.;{_NP}]{{1,40}},)?[^.;{_NP}]{{0,60}}?\b(?:join(?:s|ed|ing)?|arriv(?:es|ed|ing)|c[oa]mes?|hired|poached|recruited|lured|mov(?:es|ed)|moving|hailing)\b[^.;{_NP}]{{0,30}}?\bfrom {_SOME_NAME}"),
    lazy.compile(rf"(?P<p>{_P}),? (?:whom? |that )[^.;{_NP}]{{0,40}}?\b(?:poached|hired|recruited|lured|brought in|c[oa]me|joined|moved)\b[^.;{_NP}]{{0,20}}?\bfrom {_SOME_NAME}"),
    lazy.compile(rf"\b(?:poach|hir|recruit|lur)(?:es|ed|ing) (?:[a-z-]+ |{_R} ){{0,4}}(?P<p>{_P}) from {_SOME_NAME}"),
    lazy.compile(rf"(?P<p>{_P})[^.;{_NP}]{{0,60}}?\b(?:joined|joins|became|appointed|named|hired)\b[^.;{_NP}]{{0,60}}?\bafter [a-z0-9-]+ years (?:at|with|in|running) {_SOME_NAME}"),
    lazy.compile(rf"(?P<p>{_P}),? [^.;{_NP}]{{2,80}}?\bbefore that,? [^.;{_NP}]{{4,70}}"),
    lazy.compile(rf"(?P<p>{_P})(?: \([^)]*\))?(?:, [^,.;{_NP}]{{1,40}})?,? who (?:had )?(?:spent|worked|served|was) [^.;{_NP}]{{2,70}}before (?:joining|coming|moving|he|she)\b"),
    lazy.compile(rf"(?P<p>{_P})(?:,? \d\d)?,? (?:who )?(?:previously|formerly|until (?:now|recently|then)|most recently|a former|the former|an ex-|(?:had )?(?:spent|worked)(?= [^.;]{{2,60}}before (?:joining|coming|moving|he|she)))[^.;{_NP}]{{2,70}}"),
)  # fmt: skip
_TO: tuple[re.Pattern[str], ...] = (
    lazy.compile(rf"(?P<p>{_P})[^。;{_NP}]{{0,40}}?(?:加盟|加入|跳槽[到至去]|转投|赴任|转战|投奔|转往|转赴|转任|改投|下一站|重返|回到|回归|入读|目前在|现在在|如今[是在任]|现任|现为)(?![^,。;{_NP}]{{0,12}}(?:前|之?后|时)(?![\u4e00-\u9fff]?[进沿往]))(?P<at>[^,。;{_NP}]{{2,30}})"),
    lazy.compile(rf"(?P<p>{_P})[^.;{_NP}]{{0,70}}?\b(?:to become|to join|to head|to lead|to run|joins|is joining|will join|(?:has )?(?:since |now |recently )?(?:been )?(?:appointed|named|become|promoted to|taken over as|joined))\b(?! on\b| from\b| in\b)(?P<at>(?:(?! from | in place | after )[^.;{_NP}]){{4,90}})"),
)  # fmt: skip

# ------------------------------------------------------------ with whom a firm was begun
_BEGUN_ZH = r"(?:创办|创立|创建|成立|创业|开办|创下|办起|开了|起家)"
_BEGUN_EN = r"(?:co-?founded|founded|started|set up|established|launched|created|opened)"
_BEGUN: tuple[re.Pattern[str], ...] = (
    lazy.compile(rf"(?P<p>{_P})[^。;{_NP}]{{0,30}}?(?:[与和跟同、及]|携手|联手|连同|拉[着上]|找来?|邀)(?:[^,。;{_NP}]{{0,4}}、)?[^。;、{_NP}]{{0,14}}?(?P<q>{_P})[^。;{_NP}]{{0,36}}?{_BEGUN_ZH}(?!人|者)"),
    lazy.compile(rf"(?P<p>{_P})[^。;{_NP}]{{0,40}}?{_BEGUN_ZH}[^。;{_NP}]{{0,30}},(?:合伙人|搭档|伙伴|共同创办人|联合创始人)(?:则)?(?:是|为)[^,。;{_NP}]{{0,20}}?(?P<q>{_P})"),
    lazy.compile(rf"(?P<p>{_P})[^.;{_NP}]{{0,60}}?\b{_BEGUN_EN} [^.;{_NP}]{{0,70}}?\b(?:with|alongside) [^.;{_NP}]{{0,50}}?(?P<q>{_P})"),
    lazy.compile(rf"\b{_BEGUN_EN} [^.;{_NP}]{{0,40}}?\bby [^.;{_NP}]{{0,40}}?(?P<p>{_P})(?:[^.;{_NP}]{{0,40}}?(?:, | and ))[^.;{_NP}]{{0,24}}?(?P<q>{_P})"),
    lazy.compile(rf"(?P<p>{_P})(?:, [^.;{_NP}]{{0,40}},)? and [^.;{_NP}]{{0,24}}?(?P<q>{_P})[^.;{_NP}]{{0,40}}?\b{_BEGUN_EN}\b"),
)  # fmt: skip


class Mark(NamedTuple):
    """A name or a post in a folded sentence: text[start:end], and what it is."""

    start: int
    end: int
    kind: str  # PERSON, FIRM or POST
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody comes into a post or goes from it: who, which posts, at which firm, after whom; and the sentences that say so."""

    kind: str  # "comes", "goes", "from", "to", "begins"
    person: str
    posts: frozenset[str]
    firm: str  # "" where none is named with it, "?" one that has no name here
    follows: str  # with whom, of what two began
    sentence: int
    other: int  # the sentence that tells who went, where it is another


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as the rules see it."""

    n: int
    paragraph: int
    text: str  # folded
    printed: str
    marks: tuple[Mark, ...]
    persons: tuple[tuple[int, int, str], ...]  # [begin, end) of a part and whom it is about


def read(lines: Sequence[Line]) -> list[Move]:
    """Return the moves that the sentences of an article tell."""
    out: list[Move] = []
    for line in lines:
        near = [m for m in out if m.kind in ("goes", "comes") and _close(lines, m, line)]
        last = next((m for m in reversed(near) if m.kind == "comes" and m.posts), None)
        found = list(_moves(line, near))
        if last and _THE_POST.search(line.text):  # 這個位子自某某離職後一直空著: the post just told of
            found = [replace(m, posts=last.posts) if m.kind == "goes" and not m.posts else m for m in found]
        out += found
    return _paired(out, lines)


def _close(lines: Sequence[Line], move: Move, line: Line) -> bool:
    then = next((x for x in lines if x.n == move.sentence), None)
    return then is not None and then.paragraph == line.paragraph and line.n - then.n <= _BACK


def _paired(moves: list[Move], lines: Sequence[Line]) -> list[Move]:
    """Moves, with whom those follow who come into a post that somebody leaves beside."""
    paragraph = {line.n: line.paragraph for line in lines}
    gone = [m for m in moves if m.kind == "goes" and m.posts]
    out: list[Move] = []
    for m in moves:
        if m.kind == "comes" and not m.follows and m.posts:
            left = [g for g in gone if g.person != m.person and g.posts & m.posts and paragraph[g.sentence] == paragraph[m.sentence] and abs(g.sentence - m.sentence) <= _BACK]
            if len({g.person for g in left}) == 1 and m.firm in ("", left[0].firm or m.firm):
                out.append(replace(m, follows=left[0].person, other=left[0].sentence))
                continue
        out.append(m)
    return out


class _Signs:
    """A line with one sign for each name and post."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.sign: dict[str, Mark] = {}
        out, at = [], 0
        self._at: list[int] = []
        for mark in line.marks:
            if mark.start < at or len(self.sign) >= _ROOM:
                continue
            char = chr(ord(mark.kind) + len(self.sign))
            self.sign[char] = mark
            out.append(line.text[at : mark.start] + char)
            self._at += [*range(at, mark.start), mark.start]
            at = mark.end
        out.append(line.text[at:])
        self._at += [*range(at, len(line.text) + 1)]
        self.text = "".join(out)

    def at(self, index: int) -> int:
        """Where a place in the signs stands in the sentence."""
        return self._at[min(index, len(self._at) - 1)]

    def person(self, char: str | None) -> str:
        return next(iter(self.sign[char].ids)) if char else ""

    def posts(self, text: str) -> frozenset[str]:
        return frozenset(i for c in text if c in self.sign and self.sign[c].kind == POST for i in self.sign[c].ids)

    def firm(self, text: str) -> str:
        """The firm that a post in a stretch of signs is at."""
        last = max((i for i, c in enumerate(text) if c in self.sign and self.sign[c].kind == POST), default=-1)
        if said := _POST_AT.search(text):
            inside = [c for c in said["at"] if c in self.sign and self.sign[c].kind == FIRM]
            begin = self.text.find(said["at"])
            printed = self.line.printed[self.at(begin) : self.at(begin + len(said["at"]))]
            return next(iter(self.sign[inside[0]].ids)) if inside else ("?" if re.search("[A-Z]", printed) else "")
        before = [c for c in text[: max(last, 0)] if c in self.sign and self.sign[c].kind == FIRM]
        return next(iter(self.sign[before[-1]].ids)) if before else ""

    def about(self, index: int) -> str:
        """Whom the part at a place is about."""
        at = self.at(index)
        return next((p for a, b, p in self.line.persons if a <= at < b), "")


def _moves(line: Line, before: Sequence[Move]) -> Iterator[Move]:
    """The moves a sentence tells; `before` are those of the sentences just before it."""
    signs = _Signs(line)
    if not any(m.kind == PERSON for m in line.marks):
        return
    latin = line.text.isascii() or not re.search("[\u4e00-\u9fff]", signs.text)
    told: list[Move] = []
    for kind, pattern in _EN if latin else _ZH:
        for found in _all(pattern, signs.text):
            groups = found.groupdict()
            person = signs.person(groups.get("p")) or (signs.about(found.start()) if groups.get("he") else "")
            near = [*before, *told]
            if person and kind in ("goes", "gone"):
                told.append(_going(signs, found, person, latin=latin))
            elif person and (came := _arrival(signs, found, person) if kind == "comes" else _heir(signs, found, person, near)):
                told.append(came)
    yield from dict.fromkeys(told)
    yield from dict.fromkeys(_ways(line, signs))
    yield from dict.fromkeys(_begun(line, signs))


def _going(signs: _Signs, found: re.Match[str], person: str, *, latin: bool) -> Move:
    """Somebody goes: from the posts named before and behind their name, and behind the verb."""
    n, at = signs.line.n, found.start("p")
    title = (_TITLE_EN if latin else _TITLE_ZH).search(signs.text[:at])
    beside = _AFTER_EN.match(signs.text, at + 1) if latin else None
    posts = signs.posts(found["post"] or "") | (signs.posts(title.group()) if title else frozenset()) | (signs.posts(beside.group()) if beside else frozenset())
    return Move("goes", person, posts, _firm_before(signs, title.start() if title else at), "", n, n)


def _arrival(signs: _Signs, found: re.Match[str], person: str) -> Move | None:
    """Somebody comes into posts that are named; None where none is."""
    posts, n = signs.posts(found["post"]), signs.line.n
    return Move("comes", person, posts, signs.firm(found["post"]), "", n, n) if posts else None


def _heir(signs: _Signs, found: re.Match[str], person: str, near: Sequence[Move]) -> Move | None:
    """Somebody follows another, who is named or went just before; None where nobody did and no post is named."""
    groups, n = found.groupdict(), signs.line.n
    posts, other = signs.posts(groups.get("post") or "") | signs.posts(groups.get("topic") or ""), signs.person(groups.get("q"))
    last = next((m for m in reversed(near) if m.kind == "goes" and m.person != person), None)
    if not other and groups.get("him"):
        earlier = [signs.person(c) for c in signs.text[: found.start()] if c in signs.sign and signs.sign[c].kind == PERSON]
        other = earlier[-1] if earlier else last.person if last else ""
    elif not other and last is not None and (not posts or posts & last.posts):
        other = last.person
    elif not other and last is None and re.search("[他她]", groups.get("her") or ""):
        other = signs.about(found.start())
    if other == person or not (posts or other):
        return None
    posts = posts or next((m.posts for m in reversed(near) if m.person == other and m.posts), frozenset())
    where = last.sentence if last and other == last.person and not groups.get("q") else n
    return Move("comes", person, posts, signs.firm(groups.get("post") or ""), other, n, where)


def _ways(line: Line, signs: _Signs) -> Iterator[Move]:
    """Where a sentence tells somebody to come from or go to."""
    for kind, patterns in (("from", _FROM), ("to", _TO)):
        for pattern in patterns:
            for found in _all(pattern, signs.text):
                person = signs.person(found["p"]) or signs.about(found.start())
                if person and _a_name(signs, found):
                    where = found["at"] if "at" in found.re.groupindex else found.group()
                    yield Move(kind, person, frozenset(), _last_firm(signs, where), "", line.n, line.n)


def _begun(line: Line, signs: _Signs) -> Iterator[Move]:
    """Who a sentence tells to have begun a firm with whom."""
    for pattern in _BEGUN:
        for found in _all(pattern, signs.text):
            pair = signs.person(found["p"]), signs.person(found["q"])
            for one, other in (pair, pair[::-1]):
                if one != other:
                    yield Move("begins", one, frozenset(), _last_firm(signs, signs.text[found.start() :]), other, line.n, line.n)


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches of a rule, those that begin behind whom another names first too."""
    at = 0
    while found := pattern.search(text, at):
        yield found
        ends = [found.end(g) for g in ("p", "q") if found.re.groupindex.get(g) and found[g]]
        at = max(found.start() + 1, min(ends, default=0))


def _a_name(signs: _Signs, found: re.Match[str]) -> bool:
    """Whether what somebody comes from is called by a name: "from Norwegian ferry group Kystlinje", not "from scratch"."""
    if "name" not in found.re.groupindex:
        return True
    begin, end = found.span("name")
    return any(c in signs.sign for c in found["name"]) or re.search(r"\b[A-Z]", signs.line.printed[signs.at(begin) : signs.at(end)]) is not None


def _firm_before(signs: _Signs, at: int) -> str:
    """The firm right before a post: 嘉某食品執行長."""
    chars = signs.text[max(0, at - 3) : at]
    return next((next(iter(signs.sign[c].ids)) for c in reversed(chars) if c in signs.sign and signs.sign[c].kind == FIRM), "")


def _last_firm(signs: _Signs, text: str) -> str:
    firms = [next(iter(signs.sign[c].ids)) for c in text if c in signs.sign and signs.sign[c].kind == FIRM]
    return firms[-1] if firms else ""


def line_of(n: int, paragraph: int, printed: str, marks: Sequence[Mark], persons: Sequence[tuple[int, int, str]]) -> Line:
    """Return a sentence as the rules see it, its marks in order and none within another."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return Line(n, paragraph, fold(printed), printed, tuple(kept), tuple(persons))
