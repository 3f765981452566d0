"""A build puts every article in once, says what it found, and never leaves less than there was."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from archive_samples import article, crew, extract, write_article

from kb.build import add, build, digest_of
from kb.errors import ArchiveMissing, NothingToArchive
from kb.model import Article, Unreadable
from kb.store import Archive

SCRIPT = Path(__file__).with_name("killed_build.py")


@pytest.fixture
def db(tmp_path):
    return tmp_path / "x.db"


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    for name in ("a.md", "b.md", "c.md"):
        write_article(folder, name, f"甲公司營收{name}億元。")
    return folder


def titles(db):
    with Archive(db) as archive:
        return sorted(article.title for article in archive.articles().values())


def test_a_build_tells_what_it_found(news, db):
    (news / "a.en.md").write_text("---\ntitle: A\nedition_of: a\n---\nRevenue grew.\nSo did profit.\n\nLoss.")
    (news / "broken.txt").write_bytes(b"\x00\xff")
    seen = []
    summary = build([news], db, crew(), lambda number, item: seen.append((number, type(item))))
    assert (summary.articles, summary.editions, summary.sentences) == (3, 4, 5)
    assert (summary.subjects, summary.facts) == (2, 5)
    assert summary.added == ("news/a.en", "news/a", "news/b", "news/c")
    assert (summary.updated, summary.unchanged) == ((), ())
    assert [Path(item.origin).name for item in summary.unreadable] == ["broken.txt"]
    assert seen == [(1, Article), (2, Article), (3, Article), (4, Unreadable), (5, Article)]


def test_a_build_forgets_what_is_no_longer_offered(news, db):
    build([news], db, crew())
    (news / "b.md").unlink()
    build([news], db, crew())
    assert titles(db) == ["a.md", "c.md"]


def test_two_builds_of_the_same_articles_hold_the_same(news, tmp_path):
    contents = []
    for name in ("1.db", "2.db"):
        build([news], tmp_path / name, crew())
        with Archive(tmp_path / name) as archive:
            contents.append((archive.articles(), archive.sentences(range(9)), archive.facts(), archive.entities()))
    assert contents[0] == contents[1]


def test_adding_twice_changes_nothing_not_even_the_file(news, db):
    build([news], db, crew())
    write_article(news, "d.md", "丁公司。")
    first = add([news], db, crew())
    assert (first.added, first.updated, len(first.unchanged)) == (("news/d",), (), 3)
    before = (db.stat().st_ino, db.stat().st_mtime_ns, db.read_bytes())
    second = add([news], db, crew())
    assert (second.added, second.updated, len(second.unchanged)) == ((), (), 4)
    assert (db.stat().st_ino, db.stat().st_mtime_ns, db.read_bytes()) == before
    assert (second.sentences, second.facts) == (first.sentences, first.facts)


def test_what_is_unchanged_is_not_read_again(news, db):
    build([news], db, crew())
    write_article(news, "b.md", "乙公司。")
    extracted = []
    add([news], db, crew(lambda art: extracted.append(art.key) or extract(art)))
    assert extracted == ["news/b"]


def test_a_new_version_takes_the_place_of_the_old(news, db):
    build([news], db, crew())
    write_article(news, "b.md", "乙公司。\n\n丙公司。")
    summary = add([news / "b.md"], db, crew())
    assert (summary.updated, summary.editions, summary.sentences) == (("news/b",), 3, 4)


def test_what_is_noted_at_the_end_comes_with_the_articles_and_an_addition_can_read_it(news, db):
    def count(writer, heard):
        writer.note("rounds", (writer.noted("rounds") or "") + "i")

    build([news], db, crew(), finish=count)
    add([news], db, crew(), finish=count)  # nothing to add, nothing to note
    write_article(news, "d.md", "丁公司。")
    add([news], db, crew(), finish=count)
    with Archive(db) as archive:
        assert archive.meta("rounds") == "ii"


def test_adding_needs_an_archive(news, db):
    with pytest.raises(ArchiveMissing):
        add([news], db, crew())


def test_an_article_that_two_paths_offer_counts_once(news, db, tmp_path):
    copy = tmp_path / "copies" / "a.md"
    copy.parent.mkdir()
    copy.write_bytes((news / "a.md").read_bytes())
    summary = build([news, copy, news / "a.md"], db, crew())
    assert (summary.editions, summary.unchanged) == (3, ("copies/a",))


def test_two_json_lines_with_ids_of_their_own_are_two_articles_even_with_the_same_text(tmp_path, db):
    lines = [{"id": key, "text": "甲公司。"} for key in ("x", "y", "x")]
    (tmp_path / "n.jsonl").write_text("\n".join(map(json.dumps, lines)))
    summary = build([tmp_path / "n.jsonl"], db, crew())
    assert (summary.added, summary.unchanged) == (("x", "y"), ("x",))


def test_another_article_under_the_same_key_is_named_and_the_first_one_stays(tmp_path, db):
    write_article(tmp_path, "2025/01/a.md", "甲。")
    write_article(tmp_path, "2026/01/a.md", "乙。")
    summary = build([tmp_path / "2025", tmp_path / "2026"], db, crew())
    assert summary.added == ("01/a",)
    assert '"01/a"' in summary.unreadable[0].reason


@pytest.mark.parametrize("change", ["title", "text", "publisher", "published", "lang", "url", "tags", "source"])
def test_a_digest_tells_any_change_of_content(change):
    other = article(**{change: ("new",) if change == "tags" else "new"})
    assert digest_of(other) != digest_of(article())


def test_a_build_of_nothing_leaves_the_archive_and_says_why(news, db, tmp_path):
    build([news], db, crew())
    with pytest.raises(NothingToArchive) as caught:
        build([tmp_path / "none.md"], db, crew())
    assert [Path(item.origin).name for item in caught.value.unreadable] == ["none.md"]
    assert titles(db) == ["a.md", "b.md", "c.md"]


def test_an_article_that_extraction_stumbles_over_costs_only_itself(news, db, caplog):
    def stumble(art):
        return extract(art) if art.title != "b.md" else 1 / 0

    summary = build([news], db, crew(stumble))
    assert summary.added == ("news/a", "news/c")
    assert '"b.md"' in summary.unreadable[0].reason
    assert "ZeroDivisionError" in caplog.text


def test_an_interrupted_build_leaves_the_old_archive_and_no_leftover(news, db):
    build([news], db, crew())

    def interrupt(number, item):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([news], db, crew(), interrupt)
    assert titles(db) == ["a.md", "b.md", "c.md"]
    assert [path.name for path in db.parent.iterdir() if path.is_file()] == ["x.db"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
@pytest.mark.parametrize(
    ("how", "stage"),
    [
        *(("build", stage) for stage in ("0", "2", "verify", "sync", "swap", "synced folder")),
        *(("add", stage) for stage in ("0", "2", "commit", "half written", "committed")),
    ],
)
def test_a_build_killed_at_any_point_leaves_a_whole_archive(news, db, tmp_path, how, stage):
    build([news], db, crew())
    for name in ("d.md", "e.md", "f.md"):
        write_article(tmp_path / "more", name, f"丁公司營收{name}億元。")
    with Archive(db) as reader:
        killed = subprocess.run(  # noqa: S603 -- our own script, with arguments from the table above
            [sys.executable, str(SCRIPT), how, stage, str(db), str(tmp_path / "more")],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            timeout=60,
            check=False,
        )
        assert killed.returncode == -signal.SIGKILL
        assert reader.counts().editions == (6 if stage == "committed" else 3)
    complete = {"build": ["d.md", "e.md", "f.md"], "add": ["a.md", "b.md", "c.md", "d.md", "e.md", "f.md"]}[how]
    assert titles(db) == (complete if stage in ("synced folder", "committed") else ["a.md", "b.md", "c.md"])
    add([tmp_path / "more"], db, crew())
    assert [path.name for path in db.parent.iterdir() if path.is_file()] == ["x.db"]
