"""The transcripts in README.md and docs/ are what the program answers from seeds/, word for word.

Answers that changed on purpose: `python -m tests.refresh_transcript` writes them anew. What else the
documents tell of the project itself (files, libraries) is there too.
"""

import re
import tomllib

import pytest
from refresh_transcript import ASKED, ROOT, answers, archive, blocks, documents, fresh, questions

README = ROOT / "README.md"
SHOWN = [(document, n, block) for document in documents() for n, block in enumerate(blocks(document), 1)]


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    return archive(tmp_path_factory.mktemp("transcript"))


@pytest.fixture(scope="module")
def told(db):
    """Every conversation of the README, as (question, answer) pairs."""
    return [list(answers(questions(block), db)) for block in blocks(README) if block.startswith(ASKED)]


@pytest.mark.parametrize(("document", "n", "block"), SHOWN, ids=[f"{d.name}-{n}" for d, n, _ in SHOWN])
def test_a_transcript_is_what_the_program_says(document, n, block, db):
    assert block.splitlines() == fresh(block, db).splitlines(), "see the head of tests/refresh_transcript.py"


def test_the_readme_shows_all_three_languages(told):
    assert {answer.lang for pairs in told for _, answer in pairs} == {"zh-Hant", "zh-Hans", "en"}


@pytest.mark.parametrize("kind", ["fact", "compare", "refusal"])
def test_the_readme_shows_the_main_kinds_of_answer(told, kind):
    assert kind in {answer.kind for pairs in told for _, answer in pairs}


def test_the_readme_shows_a_follow_up(told, db):
    """A later question of a conversation that, asked alone, would be answered otherwise."""
    later = [pair for pairs in told for pair in pairs[1:]]
    assert any(answer.answered and next(answers([q], db))[1].lines != answer.lines for q, answer in later)


def test_what_the_readme_answers_it_cites(told):
    assert all(answer.sources for pairs in told for _, answer in pairs if answer.answered)


def test_a_stale_answer_is_noticed_and_mended(db):
    stale = f"{ASKED}摩爾線程2025年營收預計多少？\n一兆元。\n"
    mended = fresh(stale, db)
    assert mended.splitlines()[0] == stale.splitlines()[0] and "億元" in mended and "一兆元" not in mended


def test_documents_show_transcripts_at_all():
    assert {document.name for document, _, _ in SHOWN} >= {"README.md", "how-an-answer-comes-about.md"}


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_every_file_a_document_names_is_there(document):
    named = set(re.findall(r"`((?:kb|bot|handlers|tests|bench|seeds|docs)/[\w./*-]*)`", document.read_text(encoding="utf-8")))
    assert [name for name in sorted(named) if not list(ROOT.glob(name.rstrip("/")))] == []


def test_the_table_of_libraries_is_what_the_project_asks_for():
    section = README.read_text(encoding="utf-8").partition("\n## Libraries\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([\w.\[\]-]+)` \| \S", section, re.MULTILINE)
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert sorted(rows) == sorted(re.split("[<>=]", line)[0] for line in asked)
