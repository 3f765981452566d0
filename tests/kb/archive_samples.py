"""A small archive to test with: one sentence a line, one fact and one mention a sentence."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from kb.build import Worked
from kb.crew import Crew
from kb.model import Article, Entity, Extracted, Fact, Mention, Period, Quantity, Sentence

YEAR = Period("2025-01-01", "2025-12-31", "year", "2025年")


def article(key: str = "k", text: str = "甲公司營收14.5億元。", **more: object) -> Article:
    return Article(**{"key": key, "title": f"title of {key}", "text": text, "source": key, **more})


def extract(art: Article) -> Extracted:
    """Find in each line the entity "甲" and the quantity 14.5, wherever they are."""
    lines = [line for line in art.text.split("\n") if line]
    sentences = tuple(
        Sentence(n, n, line, "節", ("jia", "bing"), (Mention("jia", 0, 1),)) for n, line in enumerate(lines)
    )
    facts = tuple(fact(n) for n in range(len(lines)))
    return Extracted(art, sentences, facts, (Entity("jia", "company", {"zh-Hant": "甲"}, (art.key,)),))


def fact(sentence: int = 0, **more: object) -> Fact:
    values: dict[str, object] = {
        "subject": "jia",
        "measure": "revenue",
        "aspect": "value",
        "period": YEAR,
        "quantity": Quantity(Decimal("1450000000.10"), None, "CNY", "about", "14.5億元", 5, 10),
        "basis": "forecast",
    }
    return Fact(**{**values, **more}, sentence=sentence, start=0, end=9)


def terms(sentence: Sentence, art: Article) -> str:
    """One token a character, made safe for any tokenizer."""
    return " ".join(f"u{ord(character):x}" for character in sentence.text)


def crew(find: Callable[[Article], Extracted] = extract, words: Callable[[Sentence, Article], str] = terms):
    """Who extracts in these tests, in the same process."""

    def work(art: Article) -> Worked:
        extracted = find(art)
        return Worked(extracted, [words(sentence, art) for sentence in extracted.sentences])

    return Crew(work, lambda art: len(art.text))


def write_article(folder: Path, name: str, text: str = "甲公司營收14.5億元，較上年增長。") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: {name}\n---\n{text}\n", encoding="utf-8")
    return path
