"""The archive gives back what was put in, opens nothing else, and is replaced whole or not at all."""

import os
import shutil
import sqlite3
from dataclasses import replace
from decimal import Decimal

import pytest
from archive_samples import YEAR, article, extract, fact, terms
from sqlite_utils import Database

from kb import header, schema, store
from kb.addition import Addition
from kb.errors import ArchiveBusy, ArchiveError, ArchiveForeign, ArchiveMissing, ArchiveOutdated
from kb.model import Entity, Mention
from kb.store import Archive, Counts, any_of
from kb.writer import Writer

LINES = "甲公司營收14.5億元。\n乙公司虧損。\n甲公司毛利增長。"


def put(writer, art, digest=None, *, found=None):
    extracted = found or extract(art)
    tokens = [terms(sentence, art) for sentence in extracted.sentences]
    return writer.put(extracted, tokens, digest or f"{art.key}:{art.text}")


@pytest.fixture
def path(tmp_path):
    db = tmp_path / "some where" / "x?y#z%.db"  # what means something in an address is just a name here
    db.parent.mkdir()
    with Writer(db) as writer:
        put(writer, article("one", LINES, publisher="某報", published="2026-01", tags=("GPU",), origin="a/b.md"))
        put(writer, article("one.en", "Revenue grew.", lang="en", source="one", url="https://example.org"))
        writer.note("made by", "a test")
        writer.commit()
    return db


@pytest.fixture
def archive(path):
    with Archive(path) as opened:
        yield opened


def test_articles_come_back_without_their_text_and_without_the_folder_they_lay_in(archive):
    first, second = archive.articles().values()
    assert (first.key, first.title, first.publisher, first.published) == ("one", "title of one", "某報", "2026-01")
    assert (first.tags, first.origin, first.source, first.lang) == (("GPU",), "b.md", "one", "zh-Hant")
    assert (second.source, second.lang, second.url, second.publisher) == ("one", "en", "https://example.org", None)


def test_sentences_come_back_with_their_mentions(archive):
    sentences = archive.sentences_of_article(1)
    assert [sentence.text for sentence in sentences] == LINES.split("\n")
    assert [sentence.n for sentence in sentences] == [0, 1, 2]
    third = sentences[2]
    assert (third.paragraph, third.heading, third.topics) == (2, "節", ("jia", "bing"))
    assert third.mentions == (Mention("jia", 0, 1),)
    assert archive.sentence(third.id) == third


def test_sentences_keep_the_order_asked_for_and_unknown_ids_are_left_out(archive):
    assert [sentence.id for sentence in archive.sentences([3, 99, 1])] == [3, 1]
    assert archive.sentences([]) == []


def test_a_window_stays_within_its_article(archive):
    assert [sentence.n for sentence in archive.window(1, -1, 1)] == [0, 1]
    assert [sentence.text for sentence in archive.window(2, 0, 9)] == ["Revenue grew."]


def test_an_id_that_does_not_exist_is_a_key_error(archive):
    with pytest.raises(KeyError):
        archive.sentence(99)


def test_sentences_are_found_by_who_is_named_and_who_is_spoken_of(archive):
    assert archive.sentences_naming("jia") == [1, 2, 3, 4]
    assert archive.sentences_naming("bing") == []
    assert archive.sentences_about("bing") == [1, 2, 3, 4]


def test_facts_come_back_exactly(archive):
    first = archive.facts()[0]
    expected = fact()
    for name in ("subject", "measure", "aspect", "basis", "sentence", "start", "end", "period", "quantity"):
        assert getattr(first, name) == getattr(expected, name)
    assert (first.period.kind, first.period.raw) == ("year", "2025年")
    assert first.quantity.lo == Decimal("1450000000.10")
    assert (first.article_id, first.sentence_id) == (1, 1)


def test_a_fact_may_lack_a_period_and_be_open_at_the_lower_end(tmp_path):
    quantity = replace(fact().quantity, lo=None, hi=Decimal("-1E+3"))
    art = article()
    with Writer(tmp_path / "x.db") as writer:
        put(writer, art, found=extract(art)._replace(facts=(fact(period=None, quantity=quantity),)))
        writer.commit()
    with Archive(tmp_path / "x.db") as archive:
        (found,) = archive.facts()
    assert (found.period, found.quantity) == (None, quantity)


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({}, 4),
        ({"subject": "jia"}, 4),
        ({"subject": "yi"}, 0),
        ({"measure": "revenue", "aspect": "value"}, 4),
        ({"subject": "jia", "measure": "revenue", "aspect": "growth"}, 0),
        ({"period": YEAR}, 4),
        ({"period": replace(YEAR, kind="span", raw="")}, 4),
        ({"period": replace(YEAR, start="2024-01-01", end="2024-12-31")}, 0),
        ({"period": replace(YEAR, end="2025-06-30")}, 0),
    ],
)
def test_facts_satisfy_everything_asked(archive, wanted, number):
    assert len(archive.facts(**wanted)) == number


def test_entities_of_several_articles_are_joined(archive):
    assert archive.entities() == [Entity("jia", "company", {"zh-Hant": "甲"}, ("one", "one.en"))]


def test_counts_take_editions_as_one_article(archive):
    assert archive.counts() == Counts(articles=1, editions=2, sentences=4, subjects=2, facts=4)
    assert (archive.meta("made by"), archive.meta("nothing")) == ("a test", None)


def token(character):
    return f"u{ord(character):x}"


def test_passages_are_found_by_their_terms(archive):
    rare, common = token("虧"), token("公")
    assert archive.match(any_of([rare, common]), 10) == [1]  # one short article is one passage
    assert archive.match(f"{any_of([rare])} AND {any_of([token('R')])}", 10) == []
    assert archive.match(any_of([common, token("R")]), 1) == [1]
    assert [archive.document_frequency(t) for t in (rare, common, "nowhere")] == [1, 1, 0]
    assert archive.spans_of([1, 2, 4]) == {1: (1, 3), 4: (2, 4)}
    assert [(key, text.count("\n") + 1) for key, _, text in archive.around([1, 4, 9], 5)] == [(1, 3), (2, 1)]
    assert archive.around([1], 5)[0][2] == LINES
    characters = len(LINES) - 2 + 13
    assert archive.totals() == {"articles": 2, "sources": 1, "passages": 2, "sentences": 4, "characters": characters, "facts": 4}


def lines(found):
    """The numbers that the first and the last sentence of each article begin with."""
    texts = {key: text.split("\n") for key, _, text in found}
    return {key: tuple(int(said[n].split("長")[0]) for n in (0, -1)) for key, said in texts.items()}


def test_what_is_around_a_passage_is_of_its_article(tmp_path):
    with Writer(tmp_path / "x.db") as writer:
        for key, number in (("a", 2), ("b", 30), ("c", 2)):
            long = article(key, "。\n".join(f"{n}" + "長" * 150 for n in range(number)))
            writer.put(extract(long), ["x"] * number, key)
        writer.commit()
    with Archive(tmp_path / "x.db") as archive:
        assert lines(archive.around([2, 15, 33], 4)) == {1: (0, 1), 2: (8, 16), 3: (0, 1)}
        assert lines(archive.around([15, 25], 4)) == {2: (8, 26)}


def test_what_a_text_does_not_show_is_kept_beside_it(tmp_path):
    art = article(text="x。\ny。")
    with Writer(tmp_path / "x.db") as writer:
        writer.put(extract(art), ["m_revenue c_growth e_jia 营收", "c_growth"], "h")
        writer.commit()
    with Archive(tmp_path / "x.db") as archive:
        assert archive.concepts([1, 2, 9]) == {1: {"m_revenue", "c_growth"}, 2: {"c_growth"}}


@pytest.mark.parametrize(("grown", "allowed"), [(1.25, 0.0), (1.0, 0.05)])
def test_a_frequent_term_is_noted_or_estimated_and_a_rare_one_is_counted(tmp_path, monkeypatch, grown, allowed):
    monkeypatch.setattr(store, "_MOST_GROWN", grown)
    with Writer(tmp_path / "x.db") as writer:
        for n in range(4000):
            extracted = extract(article(f"k{n}", "x。"))
            terms = ["all", *(["most"] if n % 4 else []), *(["first"] if n < 1000 else []), *(["rare"] if n == 9 else [])]
            writer.put(extracted, [" ".join(terms)], str(n))
        writer.commit()
    with Archive(tmp_path / "x.db") as archive:
        estimated = {t: archive.document_frequency(t) for t in ("all", "most", "first", "rare", "none")}
    assert estimated == {"all": 4000, "most": pytest.approx(3000, rel=allowed), "first": 1000, "rare": 1, "none": 0}


def test_what_was_noted_of_a_term_grows_with_the_archive(tmp_path):
    with Writer(tmp_path / "x.db") as writer:
        for n in range(500):
            writer.put(extract(article(f"k{n}", "x。")), ["all"], str(n))
        writer.commit()
    with Addition(tmp_path / "x.db") as addition:
        for n in range(500, 600):
            addition.put(extract(article(f"k{n}", "x。")), ["all"], str(n))
        addition.commit()
    with Archive(tmp_path / "x.db") as archive:
        assert archive.document_frequency("all") == 600


@pytest.mark.parametrize(
    "text", ['"', '""', "NEAR(", "a AND", "*", "terms:x", "^a", "(", "a - b", "{x}:", "\x00", "\ud800", "'", ""]
)
def test_what_is_syntax_to_fts_is_plain_text_in_a_query(archive, text):
    assert archive.match(any_of([text]), 5) == []
    assert archive.match(any_of([text, token("虧")]), 5) == [1]
    assert archive.document_frequency(text) == 0


def test_a_query_that_is_not_made_for_fts_is_refused(archive):
    with pytest.raises(ValueError, match="not an FTS5 query"):
        archive.match("a AND (", 5)
    assert archive.match("  ", 5) == []


def test_an_underscore_is_part_of_a_token(tmp_path):
    art = article(text="x。")
    with Writer(tmp_path / "x.db") as writer:
        writer.put(extract(art), ["ab_cd éa"], "h")
        writer.commit()
    with Archive(tmp_path / "x.db") as archive:
        assert [len(archive.match(any_of([token]), 5)) for token in ("ab_cd", "ab", "éa", "ea")] == [1, 0, 1, 0]


def test_putting_the_same_again_changes_nothing_and_another_text_replaces_all_that_hung_on_the_old(path):
    with Addition(path) as writer:
        assert put(writer, article("one", LINES)) == "unchanged"
        assert put(writer, article("copy of one"), "one:" + LINES) == "unchanged"
        assert put(writer, article("one", "丙公司。")) == "updated"
        assert put(writer, article("two", "丁公司。")) == "added"
        writer.commit()
    with Archive(path) as archive:
        assert archive.counts() == Counts(articles=2, editions=3, sentences=3, subjects=2, facts=3)
        # The index cannot forget: what is gone is told by `spans_of`, and its ids are not given again.
        assert archive.spans_of(archive.match(any_of([token("虧")]), 5)) == {}
        (row,) = [archive.sentence(i) for i in archive.match(any_of([token("丙")]), 5)]
        assert row.id == 5
        assert archive.sentences_about("bing") == [4, 5, 6]
        assert archive.totals()["passages"] == 3
        assert (row.text, archive.articles()[row.article_id].key) == ("丙公司。", "one")
        assert archive.entities()[0].aliases == ("one", "one.en", "two")


def test_as_many_terms_as_sentences_are_asked_for(tmp_path):
    with Writer(tmp_path / "x.db") as writer, pytest.raises(ValueError, match="1 sentences"):
        writer.put(extract(article()), [], "h")


def test_an_open_archive_goes_on_answering_and_sees_that_it_was_replaced(path, archive):
    assert not archive.changed()
    with Writer(path) as writer:
        put(writer, article("new", "戊。"))
        assert not archive.changed()
        writer.commit()
    assert archive.changed()
    assert archive.sentence(2).text == "乙公司虧損。"
    with Archive(path) as fresh:
        assert fresh.sentence(1).text == "戊。"
        assert not fresh.changed()
    path.unlink()
    assert not archive.changed()  # nothing to change to


def test_an_archive_cannot_be_written_through_its_reader(archive):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        archive._db.execute("DELETE FROM articles")


def test_a_writer_that_is_left_without_commit_leaves_nothing(path):
    before = sorted(path.parent.iterdir())
    with Addition(path) as writer:
        put(writer, article("two"))
    assert sorted(path.parent.iterdir()) == before
    with Archive(path) as archive:
        assert archive.counts().editions == 2


def test_two_that_add_at_once_do_not_lose_each_others_articles(path, monkeypatch):
    monkeypatch.setattr("kb.addition._PATIENCE", 0.1)
    with Addition(path) as first:
        put(first, article("two"))
        with pytest.raises(ArchiveBusy):
            Addition(path)
        first.commit()
    with Archive(path) as archive:
        assert archive.counts().editions == 3


def test_adding_to_an_archive_that_was_built_anew_meanwhile_is_refused(path):
    with Addition(path) as late:
        shutil.copyfile(path, path.with_name("other"))  # another process's, which was faster
        path.with_name("other").replace(path)
        with pytest.raises(ArchiveBusy):
            put(late, article("two"))
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_open_archive_sees_that_it_was_added_to_and_holds_still_while_it_is_read(path, archive, monkeypatch):
    monkeypatch.setattr("kb.addition._PATIENCE", 0.1)
    before = archive.counts()
    with Addition(path) as writer:
        put(writer, article("two"))
        assert archive.counts() == before
        assert not archive.changed()
        with archive.held():
            with pytest.raises(ArchiveError, match="locked"):
                writer.commit()
            assert archive.counts() == before
    with Addition(path) as writer:
        put(writer, article("two"))
        writer.commit()
    assert archive.changed()
    assert archive.counts().editions == before.editions + 1


def test_the_access_rights_of_the_old_file_stay(path):
    path.chmod(0o600)
    with Addition(path) as writer:
        put(writer, article("two"))
        writer.commit()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(path, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with Writer(link) as writer:
        put(writer, article("new"))
        writer.commit()
    assert link.is_symlink()
    with Archive(path) as archive:
        assert archive.counts().editions == 1


def older(path, version):
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {version}")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda path: path.unlink(), ArchiveMissing),
        (lambda path: path.write_bytes(b""), ArchiveForeign),
        (lambda path: path.write_text("notes " * 100), ArchiveForeign),
        (lambda path: (path.unlink(), Database(path)["t"].insert({"a": 1})), ArchiveForeign),
        (lambda path: older(path, header.VERSION - 1), ArchiveOutdated),
        (lambda path: older(path, header.VERSION + 1), ArchiveOutdated),
        (lambda path: (path.unlink(), path.mkdir()), ArchiveError),
        (lambda path: os.truncate(path, 5000), ArchiveForeign),
    ],
)
def test_what_is_no_archive_of_this_schema_is_named_in_one_sentence(path, make, error):
    make(path)
    with pytest.raises(error) as caught, Archive(path) as archive:
        archive.counts()
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".")
    with pytest.raises(ArchiveError), Addition(path) as writer:
        writer.commit()


@pytest.mark.parametrize("start", [Writer, Addition])
def test_somebody_elses_file_is_never_replaced(tmp_path, start):
    notes = tmp_path / "notes.txt"
    notes.write_text("not to be lost " * 20)
    with pytest.raises(ArchiveForeign):
        start(notes)
    assert notes.read_text().startswith("not to be lost")


@pytest.mark.parametrize("start", [Writer, Addition])
def test_a_place_that_cannot_be_written_is_an_archive_error(tmp_path, start):
    with pytest.raises(ArchiveError):
        start(tmp_path / "no" / "such" / "folder.db")


def test_updating_what_is_not_there_is_an_archive_error(tmp_path):
    with pytest.raises(ArchiveMissing):
        Addition(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_an_archive_of_another_schema_can_be_built_anew(path):
    older(path, header.VERSION - 1)
    with Writer(path) as writer:
        put(writer, article("new"))
        writer.commit()
    with Archive(path) as archive:
        assert archive.counts().editions == 1


def test_the_version_is_the_number_of_migrations(path):
    assert len(schema.migrations.pending(Database(memory=True))) == header.VERSION
    assert header.header(path) == (header.APPLICATION_ID, header.VERSION)


def test_leftovers_of_dead_builds_go_and_those_of_living_ones_stay(path):
    dead = path.with_name(f"{path.name}.new-99999999")
    living = path.with_name(f"{path.name}.new-{os.getppid()}")
    other = path.with_name(f"{path.name}.new-folder")
    for leftover in (dead, living, other):
        leftover.write_bytes(b"x")
    Writer(path).discard()
    assert [leftover.exists() for leftover in (dead, living, other)] == [False, True, True]
