"""The one-shot commands: what they print, in which form, and with which exit status."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import click
import pytest
from commands_stage import FIGURE, StandIn, stand_in, xinwen

from handlers.__main__ import COMMANDS, main
from handlers.memory import Memory
from kb import header
from kb.errors import ArchiveError, ArchiveForeign

ARTICLE = "---\ntitle: 砥石科技的一年\npublisher: 某報\n---\n\n砥石科技(Dishi Technology)2025年營收為14.50億元。\n"
PLAIN = """\
甲公司營收14.50億元。
乙公司營收9億元。
> 甲公司營收14.50億元。
公司    營收
甲公司  14.50億元
AB      9億元
來源：某報（2026-01）：甲的一年"""


@pytest.fixture
def db(tmp_path, monkeypatch):
    """A file that stands for an archive, and the stand-in that answers from it."""
    stand_in(monkeypatch)
    (tmp_path / "x.db").touch()
    return tmp_path / "x.db"


@pytest.fixture
def one(monkeypatch, tmp_path):
    """One article, as the ones that come with the program."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setattr("handlers.commands.common.seeds", lambda: tmp_path / "seeds")
    monkeypatch.setattr("handlers.commands.archive.seeds", lambda: tmp_path / "seeds")
    return tmp_path / "seeds" / "one.md"


# an archive of an older version


def older(path, extra=""):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"PRAGMA user_version = {header.VERSION - 1}")
        if extra:
            database.execute("UPDATE articles SET key = ?", (extra,))


def test_an_older_archive_of_the_programs_own_articles_is_made_anew(one, tmp_path):
    path = tmp_path / "real.db"
    assert xinwen("build", "--db", path).exit_code == 0
    older(path)
    result = xinwen("ask", "What is it?", "--db", path)
    assert "was made by an older version; making it anew" in result.stderr
    assert result.exit_code in (0, 1)  # answered, or not in the articles; 2 would be no answer at all
    assert not header.outdated(path)


def test_an_archive_that_other_rules_made_of_the_programs_own_articles_is_made_anew(one, tmp_path, monkeypatch):
    path = tmp_path / "real.db"
    assert xinwen("build", "--db", path).exit_code == 0
    monkeypatch.setattr("kb.fingerprint.program", lambda: "0" * 16)
    assert "made by an older version; making it anew" in xinwen("ask", "What is it?", "--db", path).stderr
    assert xinwen("ask", "What is it?", "--db", path).stderr == ""


def test_an_archive_that_other_rules_made_of_other_articles_answers_as_it_is(one, tmp_path, monkeypatch):
    path = tmp_path / "real.db"
    assert xinwen("build", "--db", path).exit_code == 0
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE articles SET key = 'mine/one'")
    monkeypatch.setattr("kb.fingerprint.program", lambda: "0" * 16)
    result = xinwen("ask", "What is it?", "--db", path)
    assert result.exit_code in (0, 1) and result.stderr == ""


def test_an_older_archive_that_cannot_be_made_anew_answers(one, tmp_path, monkeypatch):
    def refuses(*_):
        raise ArchiveError("No space is left.")

    path = tmp_path / "real.db"
    assert xinwen("build", "--db", path).exit_code == 0
    monkeypatch.setattr("kb.fingerprint.program", lambda: "0" * 16)
    monkeypatch.setattr("kb.make.build", refuses)
    result = xinwen("ask", "What is it?", "--db", path)
    assert result.exit_code in (0, 1) and "No space is left. The older archive answers." in result.stderr


def test_an_older_archive_with_other_articles_is_left_alone(one, tmp_path):
    path = tmp_path / "real.db"
    assert xinwen("build", "--db", path).exit_code == 0
    older(path, "mine/one")
    result = xinwen("ask", "What is it?", "--db", path)
    assert result.exit_code == 2
    assert "build it anew from its articles with `xinwen build`" in result.stderr
    assert header.keys_in(path) == {"mine/one"}


# ask


def test_an_answer_is_printed_with_its_sources_and_what_to_ask_next(db):
    result = xinwen("ask", "figure", "--db", db)
    assert result.stdout == f"{PLAIN}\n\n1. 乙公司呢？\n2. 甲公司虧損多少？\n"
    assert (result.stderr, result.exit_code) == ("", 0)


def test_what_is_not_in_the_archive_has_status_1(db):
    result = xinwen("ask", "nothing", "--db", db)
    assert (result.stdout, result.exit_code) == ("These articles do not say.\n", 1)


def test_a_question_needs_no_quotation_marks(db):
    assert xinwen("ask", "who", "is", "it", "--db", db).stdout == "|who is it\n"


def test_json_holds_exactly_what_is_promised(db):
    result = xinwen("ask", "figure", "--json", "--db", db)
    assert json.loads(result.stdout) == {
        "answered": True,
        "text": PLAIN,
        "lang": "zh-Hant",
        "kind": "compare",
        "sources": [
            {"title": "甲的一年", "publisher": "某報", "published": "2026-01", "quote": "甲公司營收14.50億元。"}
        ],
        "facts": [{"subject": "甲公司", "value": "14.50億元"}],
        "suggestions": ["乙公司呢？", "甲公司虧損多少？"],
    }
    assert result.exit_code == 0
    assert xinwen("ask", "nothing", "--json", "--db", db).exit_code == 1


def test_explain_adds_what_was_understood(db):
    assert xinwen("ask", "figure", "--explain", "--db", db).stdout.endswith("\n\nsubjects: 甲公司\n")
    told = json.loads(xinwen("ask", "figure", "--explain", "--json", "--db", db).stdout)
    assert told["explanation"] == list(FIGURE.explanation)


def test_every_line_is_a_conversation_of_its_own(db):
    lines = ['{"id": "a", "turns": ["x", "y"]}', "", '{"id": 2, "turns": ["z"]}']
    result = xinwen("ask", "--jsonl", "--db", db, typed="\n".join(lines))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(a["id"], a["text"]) for a in answers] == [("a", "|x|y"), (2, "|z")]
    assert set(answers[0]) == {"id", "answered", "text", "lang", "kind", "sources", "facts", "suggestions"}
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("line", "number"),
    [
        (b"{", None),
        (b"[1]", None),
        (b"\xff\xfe", None),
        (b"[" * 100_000, None),
        (b'{"id": 7}', 7),
        (b'{"id": 7, "turns": []}', 7),
        (b'{"id": 7, "turns": "x"}', 7),
        (b'{"id": 7, "turns": ["x", 1]}', 7),
        (b'{"id": 7, "turns": ["crash"]}', 7),
    ],
)
def test_a_broken_line_costs_itself_only(db, line, number):
    result = xinwen("ask", "--jsonl", "--db", db, typed=line + b'\n{"id": "next", "turns": ["x"]}\n')
    broken, fine = (json.loads(out) for out in result.stdout.splitlines())
    assert (broken["id"], set(broken)) == (number, {"id", "error"})
    assert "secret words" not in result.output
    assert (fine["id"], fine["text"]) == ("next", "|x")


def test_half_a_character_is_answered_all_the_same(db):
    result = xinwen("ask", "--jsonl", "--db", db, typed='{"id": "\\ud800", "turns": ["\\ud800x"]}\n')
    assert json.loads(result.stdout)["text"] == "|?x"


def test_each_answer_is_there_before_the_next_question_is_asked(tmp_path, one):
    xinwen("build", "--db", tmp_path / "x.db")
    command = [sys.executable, "-m", "handlers", "ask", "--jsonl", "--db", str(tmp_path / "x.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 - ours
        for number in (1, 2):
            process.stdin.write(b'{"id": %d, "turns": ["hi"]}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(20) == 0


def test_the_language_is_the_option_s_else_the_setting_s(db):
    assert json.loads(xinwen("ask", "x", "--json", "--lang", "zh-Hans", "--db", db).stdout)["lang"] == "zh-Hans"
    xinwen("ask", "x", env={"XINWEN_LANG": "en", "XINWEN_DB": str(db)})
    assert StandIn.opened[-1] == (str(db), "en")


def test_asking_waits_for_no_platform():
    code = (
        "import sys; import handlers.__main__, handlers.commands.ask;"
        "print({'telegram', 'slack_bolt', 'slack_sdk', 'aiohttp', 'prompt_toolkit', 'httpx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)  # noqa: S603
    assert done.stdout.strip() == "set()", done.stderr


# misuse


@pytest.mark.parametrize(
    ("args", "env"),
    [
        (["ask"], {}),
        (["ask", " "], {}),
        (["ask", "x", "--jsonl"], {}),
        (["ask", "x", "--lang", "fr"], {}),
        (["ask", "x", "--nonsense"], {}),
        (["nonsense"], {}),
        (["--nonsense"], {}),
        (["add"], {}),
        (["search"], {}),
        (["run"], {}),
        (["ask", "x"], {"XINWEN_LANG": "fr"}),
        (["doctor"], {"SLACK_PORT": "x"}),
        (["ask", "crash"], {}),
    ],
)
def test_misuse_is_one_sentence_and_status_2(db, args, env):
    result = xinwen(*args, env={"XINWEN_DB": str(db), **env})
    assert (result.stdout, result.exit_code) == ("", 2)
    (sentence,) = result.stderr.splitlines()
    assert sentence.startswith("xinwen: ") and sentence.endswith((".", "?"))
    assert "Traceback" not in sentence and "secret words" not in sentence


@pytest.mark.parametrize("command", [["ask", "x"], ["search", "--jsonl"], ["chat"], ["add", "x.md"], ["build"]])
def test_a_broken_archive_is_one_sentence_and_status_2(tmp_path, one, command):
    (tmp_path / "x.db").write_text("something else")
    result = xinwen(*command, "--db", tmp_path / "x.db", typed="x\n")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert len(result.stderr.splitlines()) == 1 and "not an archive" in result.stderr
    assert (tmp_path / "x.db").read_text() == "something else"


def test_an_archive_that_breaks_meanwhile_ends_with_its_sentence(db, monkeypatch):
    def damaged(*_):
        raise ArchiveForeign("It is damaged.")

    monkeypatch.setattr(StandIn, "reply", damaged)
    result = xinwen("ask", "--jsonl", "--db", db, typed='{"id": 1, "turns": ["x"]}')
    assert (result.stderr, result.exit_code) == ("xinwen: It is damaged.\n", 2)


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_every_command_has_help(name, flag):
    result = xinwen(*([name] if name else []), flag, env={"XINWEN_LANG": "not looked at"})
    assert result.exit_code == 0 and "Usage: " in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_the_command_says(name):
    command = main.get_command(click.Context(main), name)
    own, listed = command.get_short_help_str(200), COMMANDS[name][1]
    assert own.lower().startswith(listed.split(",")[0].rstrip(".").lower())


# build, add, search, gaps


def test_the_archive_is_made_when_absent_and_can_be_added_to(tmp_path, one):
    db = tmp_path / "x.db"
    first = xinwen("ask", "砥石科技2025年營收", "--db", db)
    assert first.exit_code == 0 and "14.50億元" in first.stdout
    assert len(first.stderr.splitlines()) == 1 and str(db) in first.stderr
    (tmp_path / "two.md").write_text(ARTICLE.replace("砥石", "岱石"), encoding="utf-8")
    for outcome in ("added", "unchanged"):
        result = xinwen("add", tmp_path / "two.md", "--db", db)
        assert result.stdout.splitlines()[0].split()[0] == outcome
        assert "2 articles" in result.stdout and (result.stderr, result.exit_code) == ("", 0)


def test_a_build_sums_up_and_says_what_could_not_be_read(tmp_path, one):
    one.with_name("bad.txt").write_bytes(b"%PDF-1.4")
    result = xinwen("build", "--db", tmp_path / "x.db")
    assert "1 article, 1 edition in all, 1 sentence" in result.stdout and result.exit_code == 0
    assert result.stderr.count("\n") == 1 and "bad.txt" in result.stderr and "PDF" in result.stderr


@pytest.mark.parametrize("command", ["build", "add"])
def test_nothing_readable_is_status_2(tmp_path, one, command):
    result = xinwen(command, tmp_path / "nothing.md", "--db", tmp_path / "x.db")
    assert result.exit_code == 2 and "nothing.md" in result.stderr


def test_search_gives_hits_a_line(db, monkeypatch):
    class Library:
        def __init__(self, path):
            self.search = self

        def hits(self, text, limit):
            return [("a/one", f"{text}。", 2.5)] * limit

        def close(self):
            pass

    monkeypatch.setattr("handlers.commands.search.Library", Library)
    asked = '{"id": 1, "text": "甲", "limit": 2}\n{"id": 2, "text": 3}\n{"id": 3, "text": "x", "limit": 0}\n'
    found, *broken = map(json.loads, xinwen("search", "--jsonl", "--db", db, typed=asked).stdout.splitlines())
    assert found == {"id": 1, "hits": [{"article": "a/one", "sentence": "甲。", "score": 2.5}] * 2}
    assert [(line["id"], set(line)) for line in broken] == [(2, {"id", "error"}), (3, {"id", "error"})]


def test_gaps_are_listed_most_frequent_first_and_harmless(tmp_path):
    with closing(Memory(tmp_path / "xinwen-state.db")) as memory:
        for question in ("rare", "often\x1b[2J", "often\x1b[2J"):
            memory.note_gap(question, "no such subject", "slack")
    first, second = xinwen("gaps", "--db", tmp_path / "x.db").stdout.splitlines()
    assert first.split() == ["2", "×", "often", "[2J", "(no", "such", "subject)"]
    assert "rare" in second


def test_gaps_of_nobody_make_no_file(tmp_path):
    assert xinwen("gaps", "--db", tmp_path / "x.db").exit_code == 0
    assert list(tmp_path.iterdir()) == []


def test_asking_once_leaves_nothing_behind(db):
    xinwen("ask", "nothing", "--db", db)
    assert [path.name for path in Path(db.parent).iterdir()] == ["x.db"]


def test_disagreements_are_listed_with_publishers_and_dates(tmp_path):
    said = "砥石科技（688901.SH）成立於{}年。"
    db = tmp_path / "x.db"
    for publisher, year in (("東岸財報", 2012), ("南風週刊", 2013)):
        head = f"---\ntitle: T\npublisher: {publisher}\npublished: {year + 5}-01-02\n---\n\n"
        (tmp_path / f"{year}.md").write_text(head + said.format(year), encoding="utf-8")
    xinwen("build", *tmp_path.glob("*.md"), "--db", db)
    shown = xinwen("disagreements", "--db", db)
    assert shown.exit_code == 0 and shown.stdout.splitlines() == [
        "contradiction: 砥石科技, 成立時間", "  東岸財報 (2017-01-02): 2012年", "  南風週刊 (2018-01-02): 2013年"
    ]  # fmt: skip
    told = json.loads(xinwen("disagreements", "--json", "--lang", "en", "--db", db).stdout)
    assert (told["kind"], told["about"], len(told["versions"])) == ("contradiction", "founding date", 2)
