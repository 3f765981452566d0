"""What a sentence gives the reason of: the effect and the cause it sets on either side of "because", 由於, 歸咎於.

The words asked about may stand on either side. 出台新規,是因為… says why there are new rules; 這與企業趕在新規之前發貨有關 names them
too, and says why something else is so. Folded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kb import lazy

_ZH = lazy.compile(
    r"[,:]?(?:则|也|都|又|并|其|这)?(?:主要|部分|大多|多半|一部分|很大程度上|直接)?(?:就|正|都)?(?:是|系|乃|则)?(?:因为?(?![此而应果])|由于|出于|源[于自]|缘于|起因(?:于|是)|肇因于|归因[于为]|归咎[于为]|归结[于为]|归功[于为]|得益于|受惠于|受益于|受累于|考[虑量]到?(?!之)|鉴于|为了|为的是|(?<=是)(?:希望|想[让把要]|要让|怕|担心))"
    r"|(?:的)?(?:主要|最大|根本|直接|背后)?(?:原因|理由|缘由|起因|肇因|主因)(?:之一)?(?:就)?(?:是|在于|为|:)|[,:]?一是(?=[^。]*二是)|[,:]?一来(?=[^。]*二来)|(?:解释|归因|归咎)(?:为|是|于)|(?:主要|也|则|是)*受(?=[^,。;]{1,24}(?:影响|拖累|带动|推动|冲击|波及))|(?:系|乃|是|由)(?=[^,。;]{2,30}(?:所致|造成|引起|引发|导致))|(?:则|也|主要|都)?[与跟和](?=[^,。;]{1,40}有关)"
)
_ZH_FIRST = lazy.compile(r"(?:^|(?<=[。;“「,:]))(?:因为?(?![此而应果])|由于|鉴于|为了?(?=[把让将使避求在保降提减防应])|受(?=[^,。;]{1,24}(?:影响|拖累|带动|推动|冲击)))(?P<cause>[^。;]{2,50}?),(?P<effect>[^。;]+)")
_EN = lazy.compile(r",? \b(?:(?:mainly|largely|partly|chiefly|mostly) )?(?:because(?: of)?|due to|owing to|thanks to|on account of|after|amid|as a result of|stem(?:s|med) from|caused by|driven by|citing|reflecting)\b ")
_EN_OF = lazy.compile(r"\b(?:blam(?:e[sd]?|ing)|attribut(?:e[sd]?|ing)|put(?:s|ting)?|ascrib(?:e[sd]?|ing)|credit(?:s|ed|ing)?) (?P<effect>[^.;]{2,80}?) (?:on|to|down to) (?P<cause>[^.;]+)|\b(?:reason|cause|rationale|explanation)s? (?:for|of|behind) (?P<effect2>[^.;]{2,80}?) (?:is|was|were|are) (?P<cause2>[^.;]+)")
_EN_FIRST = lazy.compile(r"^(?:because of|because|due to|owing to|thanks to|after) (?P<cause>[^.;]{2,90}?), (?P<effect>[^.;]+)")
_LED_TO = lazy.compile(r"(?P<cause>[^,。;]{2,30}?)(?P<effect>(?:而|被|遭|导致|致使|令).+)")
_STOP = lazy.compile(r"[。;!?]|[”」\"](?=[^,])")
_COMMA = lazy.compile(r"[,:“「\"]")
_ONLY_SPEAKER = lazy.compile(r"^(?:[他她它]们?|公司|集团|管理层|官方|院方|厂方|局方|对此|[^,]{0,24}(?:认为|表示|解释|指出?|称|说明?|坦言|强调|透露|看来|相信))(?:则|也|就|还|都|主要)*$")
_POINTS = lazy.compile(r"^(?:[^,]{0,20}(?:认为|表示|解释|指出?|称|说明?))?(?:这|此|其|该|上述|这样做?|此举|这一(?:举措|变化|结果))(?:主要|则|也)?$|^(?:it|this|that|which)$")


class Reasoned(NamedTuple):
    """A part of a sentence: what it says is so, and why. `leans`: what is so was told by the sentence before."""

    effect: str
    cause: str
    leans: bool = False
    open: bool = False  # whether what follows the cause may be so for it, or another cause: 並指因為要改系統,成本將增加


def reasoned(folded: str) -> Iterator[Reasoned]:
    """Give the reasons of a folded sentence, each with what it is the reason of.

    >>> [(r.effect, r.cause) for r in reasoned("处长说,出台新规,是因为去年有两批货经转口流出。")]
    [('出台新规', '去年有两批货经转口流出')]
    >>> [(r.effect, r.leans) for r in reasoned("处长认为,这与企业赶在新规之前发货有关。")]
    [('', True)]
    >>> [r.effect for r in reasoned("the chief executive blamed the lapse on a new system.")]
    ['the lapse']
    """
    if folded.isascii() or sum(c.isascii() for c in folded) * 2 > len(folded):
        yield from _in_english(folded)
        return
    for first in _ZH_FIRST.finditer(folded):
        yield Reasoned(first["effect"], first["cause"])
    for mark in _ZH.finditer(folded):
        begin = max((m.end() for m in _STOP.finditer(folded, 0, mark.start())), default=0)
        cause = _STOP.split(folded[mark.end() :], maxsplit=1)[0]
        if mark.group().endswith("因") and (led := _LED_TO.match(cause)):  # 因菌落超标被罚: what came of it follows
            yield Reasoned(led["effect"], led["cause"])
            continue
        clauses = [c.strip() for c in _COMMA.split(folded[begin : mark.start()]) if c.strip()]
        if (ahead := _COMMA.split(cause, maxsplit=1))[1:] and mark.group().lstrip(",:").endswith(("因", "因为", "由于", "鉴于", "为了")):
            yield Reasoned(ahead[1], ahead[0], open=True)
        while clauses and _ONLY_SPEAKER.match(clauses[-1]) and not _POINTS.match(clauses[-1]):
            clauses.pop()
        if not clauses or _POINTS.match(clauses[-1]):
            yield Reasoned("", cause, leans=True)
        else:
            yield Reasoned(clauses[-1], cause)


def _in_english(folded: str) -> Iterator[Reasoned]:
    for of in _EN_OF.finditer(folded):
        yield Reasoned(of["effect"] or of["effect2"], of["cause"] or of["cause2"])
    if first := _EN_FIRST.match(folded):
        yield Reasoned(first["effect"], first["cause"])
        return
    for mark in _EN.finditer(folded):
        begin = max((m.end() for m in _STOP.finditer(folded, 0, mark.start())), default=0)
        yield Reasoned(folded[begin : mark.start()].strip(), _STOP.split(folded[mark.end() :], maxsplit=1)[0])
