"""How old somebody is now: as told, else from the year of birth and the article's date."""

from __future__ import annotations

import re

from bot.answer import Answer
from bot.answers.lives import Lives
from kb.rows import StoredSentence
from kb.text import fold


class Present:
    """Tells somebody's age as of the article."""

    def __init__(self, lives: Lives) -> None:
        """Tell from what `lives` reads."""
        self._lives = lives
        self.evidence = lives.evidence

    def age(self, person: str) -> Answer | None:
        """Answer how old somebody is: as told, else worked out from the year of birth and the article's date."""
        library, visible = self.evidence.library, self.evidence.visible
        for sentence in library.archive.sentences(library.archive.sentences_naming(person)):
            folded = fold(sentence.text)
            if sentence.article_id not in visible:
                continue
            for mention in (m for m in sentence.mentions if m.entity == person):
                others = [m.start for m in sentence.mentions if m.start > mention.end and m.entity != person
                          and library.names.entities[m.entity].kind == "person"]  # fmt: skip
                until = min([*others, mention.end + 16])
                before = re.search(r"(\d{2})岁的[^,。]{0,14}$", folded[: mention.start])
                after = re.search(r"^(?:[^,。;]{0,6},?)?[^,。;\d]{0,6}?(?<!当时)(?<!那年)(\d{2})岁(?=[,。;、)的]|$)|^\s*[,(] ?(\d{2})(?=[,)])|^,? aged (\d{2})\b|^,? (?:who is|who turns|who turned|is|turns) (?:now )?(\d{2})(?=[,.;]| and\b| this)|^,? (?:now|currently) (\d{2})(?=[,.;])", folded[mention.end : until])
                own = re.search(r"我(?:今年|现在|都|已经?)*(\d{2})岁", folded) if not others else None
                then = re.search(r"(?:时的?|那年|当时),?$", folded[: mention.start])  # 離開時的他26歲
                if (before or after or own) and not then:
                    return self._quoted(person, sentence)
        born = self._lives.born(person)
        if born is None:
            return None
        year, sentence = born
        published = library.articles[sentence.article_id].published or ""
        if not published[:4].isdigit():
            return self._quoted(person, sentence)
        line = self.evidence.words.age_at.format(
            subject=self.evidence.name(person), born=year, year=published[:4], age=int(published[:4]) - year
        )
        return Answer(True, self.evidence.lang, "person", (line,), sources=self.evidence.sources([sentence]))

    def _quoted(self, person: str, sentence: StoredSentence) -> Answer:
        evidence = self.evidence
        text = evidence.quote(sentence.text)
        if evidence.foreign(sentence.text):
            lead = evidence.words.quote_lead_about.format(subject=evidence.name(person))
            return Answer(True, evidence.lang, "person", (lead,), quotes=(text,), sources=evidence.sources([sentence]))
        return Answer(True, evidence.lang, "person", (text,), sources=evidence.sources([sentence]))
