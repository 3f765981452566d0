"""Where a company was founded or has its head office, also where a question takes another place for granted.

The sentence that says so puts the place right beside the verb: 在蘇州創立, 總部設於新竹, "founded in Leeds".
"""

from __future__ import annotations

import re

from bot.answer import Answer
from bot.answers.telling import tell
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.text import fold

_LOOKED_AT = 300  # sentences about a company
_FOUNDED = r"(?:成立|创立|创办(?!人)|创建|设立|起家|发迹|诞生)"
# What a question asks for, and how a sentence says it with the place; English ones are matched against text as printed.
_ASKED = (
    (
        lazy.compile(rf"{_FOUNDED}|\b(?:found|founded|set up|established|started|start)\b"),
        lazy.compile(rf"[在于](?P<place>[^,。;:、\d]{{2,8}}?)(?:共同|联合|正式|一同)?(?:注册)?{_FOUNDED}(?=[,。;:、)]|$|的(?:公司|企业|新创|初创))|(?:成立|创立|创办|诞生)[于在](?![\d去今当同])(?P<at>[^,。;:、\d]{{2,8}})"),
        lazy.compile(r"\b(?:founded|established)(?: by [^,.;]{2,40}?)? in (?P<place>[A-Z][a-z]+)(?<!January)(?<!February)(?<!March)(?<!April)(?<!May)(?<!June)(?<!July)(?<!August)(?<!September)(?<!October)(?<!November)(?<!December)"),
    ),
    (
        lazy.compile(r"总部|\b(?:headquarter\w*|head office|based)\b"),
        lazy.compile(r"总部(?:目前|现|也|就)?(?:位[于在]|设[于在]|在|坐落|[是为])[^,。;]{2,10}|总部[^,。;]{0,6}的[^,。;]{2,10}"),
        lazy.compile(r"\b(?:based|headquartered|headquarters (?:is|are)|head office (?:is|to)) (?:in )?[A-Z][a-z]+|\b[A-Z][a-z]+-based\b"),
    ),
)
_PLACE_SAID = lazy.compile(r"[在于位](?![\d哪什何])[^,?。\d]{2,8}?(?:成立|创立|创办|创建|设立|起家|发迹|诞生|的?[吗?]|$)|\bin (?!\d|which|what)[a-z]+")


class Sites:
    """Tells where a company was founded or is at home, for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Quote from `evidence`."""
        self.evidence = evidence

    def answer(self, question: Question) -> Answer | None:
        """Answer where one company was founded or has its head office; None for other questions, or where it is not told."""
        entities = self.evidence.library.names.entities
        if len(question.subjects) != 1 or entities[question.subjects[0][0]].kind != "company" or question.periods:
            return None
        doubted = "yesno" in question.flags and question.wants in ("", "place") and bool(_PLACE_SAID.search(question.folded))
        if question.wants != "place" and not doubted:
            return None
        asked = [patterns for said, *patterns in _ASKED if said.search(question.folded)]
        return self._told(question.subjects[0], *asked[0]) if len(asked) == 1 else None

    def _told(self, firm: tuple[str, ...], chinese: re.Pattern[str], english: re.Pattern[str]) -> Answer | None:
        archive = self.evidence.library.archive
        firms = self.evidence.library.names.entities
        keys = list(dict.fromkeys(k for i in firm for k in archive.sentences_about(i)[:_LOOKED_AT]))
        for sentence in archive.sentences(keys):
            if sentence.article_id not in self.evidence.visible:
                continue
            others = {m.entity for m in sentence.mentions if firms[m.entity].kind == "company"} - set(firm)
            if not others and (chinese.search(fold(sentence.text)) or english.search(sentence.text)):
                return tell(self.evidence, firm[0], [(sentence, 0, len(sentence.text))], "passage")
        return None
