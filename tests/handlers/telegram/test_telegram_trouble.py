"""What goes wrong: refusals, limits, rivals, exceptions, and what of it reaches people and the log."""

from __future__ import annotations

import asyncio
import logging

import pytest
from conftest import Clerk, Run
from telegram_api import GROUP, TOKEN, FakeApi, Refused, buttons

from bot.answer import Answer
from bot.wording.surfaces import surface
from handlers.desk import Desk
from handlers.memory import Memory
from handlers.telegram.app import serve
from handlers.telegram.doctor import check
from handlers.telegram.polling import PollingRequest

HANT = surface("zh-Hant")
LONG = Answer(True, "zh-Hant", "passage", ("營收增長。" * 600,), suggestions=("再來？",))


def desk_over(clerk: Clerk) -> Desk:
    return Desk(lambda: clerk, lambda: Memory(":memory:"))


def ours(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """Return what was logged, but for the fake server's own records."""
    return [record for record in caplog.records if not record.name.startswith("aiohttp")]


async def serve_until_it_ends(api: FakeApi, token: str = TOKEN) -> None:
    desk = desk_over(Clerk())
    try:
        await asyncio.wait_for(serve(token, desk, asyncio.Event(), api_url=api.url), 8)
    finally:
        desk.close()


@pytest.mark.parametrize(
    "why",
    ["Bad Request: can't parse entities: x", "Bad Request: message is too long", "Bad Request: MESSAGE_TOO_LONG"],
)
async def test_a_refused_message_is_sent_plainly_whatever_the_wording(api: FakeApi, run: Run, why: str) -> None:
    api.refuse["sendMessage"].append(Refused(400, why))
    async with run(Clerk({"全文？": LONG})):
        api.say("全文？")
        await api.answered(2)
    assert "".join(sent["visible"] for sent in api.sent) == LONG.lines[0]
    assert all("parse_mode" not in sent for sent in api.sent)
    assert buttons(api.sent[-1])[0]["text"] == "再來？"


async def test_refused_buttons_cost_the_buttons_only(api: FakeApi, run: Run) -> None:
    api.refuse["sendMessage"] += [Refused(400, "Bad Request: BUTTON_DATA_INVALID")] * 2
    async with run(Clerk()):
        api.say("q")
        (sent,) = await api.answered(1)
    assert sent["visible"] == "you asked: q"
    assert "reply_markup" not in sent


@pytest.mark.filterwarnings("ignore:Deprecated since version")  # the library's own, about itself
async def test_a_429_is_waited_for(api: FakeApi, run: Run) -> None:
    api.refuse["sendMessage"].append(Refused(429, "Too Many Requests: retry after 1", retry_after=1))
    async with run(Clerk()):
        api.say("q")
        (sent,) = await api.answered(1)
    assert sent["visible"] == "you asked: q"
    assert len(api.named("sendMessage")) == 2


async def test_a_server_error_is_tried_again(api: FakeApi, run: Run) -> None:
    api.refuse["sendMessage"].append(Refused(502, "Bad Gateway"))
    async with run(Clerk()):
        api.say("q")
        (sent,) = await api.answered(1)
    assert sent["visible"] == "you asked: q"


async def test_an_exception_gives_the_person_one_sentence_and_the_log_no_words(
    api: FakeApi, run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with run(Clerk({"私人的問題": ValueError("cannot read 私人的問題")})):
        api.say("私人的問題")
        api.say("@xinwen_bot 私人的問題", GROUP)
        await api.answered(2)
    assert [sent["visible"] for sent in api.sent] == [HANT.error] * 2
    assert "ValueError" in caplog.text
    assert "in reply" in caplog.text  # where it happened
    assert "私人的問題" not in caplog.text


async def test_an_answer_without_words_is_an_error_not_a_silence(api: FakeApi, run: Run) -> None:
    async with run(Clerk({"q": Answer(True, "en", "fact", ("",))})):
        api.say("q")
        (sent,) = await api.answered(1)
    assert sent["visible"] == HANT.error


async def test_being_blocked_is_noted_quietly(api: FakeApi, run: Run, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    api.refuse["sendMessage"].append(Refused(403, "Forbidden: bot was blocked by the user"))
    async with run(Clerk()):
        api.say("one")
        api.say("two")
        await api.answered(1)
    assert [sent["visible"] for sent in api.sent] == ["you asked: two"]
    assert "blocked" in caplog.text
    assert "ERROR" not in caplog.text


async def test_no_log_record_holds_token_or_message(
    api: FakeApi, run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.refuse["getUpdates"].append(Refused(502, "Bad Gateway"))
    async with run(Clerk()):
        api.say("秘密的問題")
        await api.answered(1)
    assert "Privacy mode is on" in caplog.text  # said at start-up, too
    assert TOKEN not in caplog.text
    assert "秘密" not in caplog.text


async def test_a_rejected_token_ends_it_with_one_plain_line(
    api: FakeApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await serve_until_it_ends(api, "43:WRONG")
    (record,) = ours(caplog)
    assert "rejected the token" in record.getMessage()
    assert record.exc_info is None
    assert "43:WRONG" not in caplog.text


async def test_a_token_revoked_while_running_ends_it_too(api: FakeApi, caplog: pytest.LogCaptureFixture) -> None:
    api.refuse["getUpdates"].append(Refused(401, "Unauthorized"))
    await serve_until_it_ends(api)
    (record,) = ours(caplog)
    assert "rejected the token" in record.getMessage()


async def test_an_empty_token_is_a_rejected_one(api: FakeApi, caplog: pytest.LogCaptureFixture) -> None:
    await serve_until_it_ends(api, "")
    assert "rejected the token" in caplog.text


async def test_a_rival_ends_it_with_one_plain_line(api: FakeApi, caplog: pytest.LogCaptureFixture) -> None:
    api.refuse["getUpdates"] += [Refused(409, "Conflict: terminated by other getUpdates request")] * 9
    await serve_until_it_ends(api)
    (record,) = ours(caplog)
    assert "run only one" in record.getMessage()
    assert record.exc_info is None


async def test_of_two_programs_one_goes_on(api: FakeApi, caplog: pytest.LogCaptureFixture) -> None:
    desks, stop = [desk_over(Clerk()), desk_over(Clerk())], asyncio.Event()
    tasks = {asyncio.create_task(serve(TOKEN, desk, stop, api_url=api.url)) for desk in desks}
    done, running = await asyncio.wait(tasks, timeout=8, return_when=asyncio.FIRST_COMPLETED)
    assert (len(done), len(running)) == (1, 1)
    api.say("still there?")
    await api.answered(1)
    stop.set()
    await asyncio.gather(*tasks)
    for desk in desks:
        desk.close()


async def test_a_server_out_of_reach_is_tried_again_until_stopped(caplog: pytest.LogCaptureFixture) -> None:
    desk, stop = desk_over(Clerk()), asyncio.Event()
    task = asyncio.create_task(serve(TOKEN, desk, stop, api_url="http://127.0.0.1:9"))
    await asyncio.sleep(0.3)
    stop.set()
    await asyncio.wait_for(task, 2)
    desk.close()
    assert "out of reach" in caplog.text
    assert "Traceback" not in caplog.text


def test_going_away_and_coming_back_is_one_line_each(caplog: pytest.LogCaptureFixture) -> None:
    request = PollingRequest(asyncio.Event())
    for trouble in (None, "NetworkError", "NetworkError", "TimedOut", None, None):
        request._note(trouble)
    assert [record.getMessage().split(" (")[0] for record in caplog.records] == [
        "Telegram is out of reach",
        "Telegram is back.",
    ]


async def test_the_doctor_says_what_privacy_mode_means(api: FakeApi) -> None:
    works, privacy = await check(TOKEN, api.url)
    assert "@xinwen_bot" in works
    assert "Privacy mode is on" in privacy and "/setprivacy" in privacy
    api.me |= {"can_read_all_group_messages": True, "can_join_groups": False}
    _, privacy, joining = await check(TOKEN, api.url)
    assert "Privacy mode is off" in privacy
    assert "/setjoingroups" in joining


async def test_the_doctor_finds_a_webhook_and_leaves_it(api: FakeApi) -> None:
    api.webhook = "https://hooks.example/secret-path"
    findings = await check(TOKEN, api.url)
    assert "hooks.example" in findings[-1]
    assert "secret-path" not in findings[-1]
    assert api.webhook


@pytest.mark.parametrize(("token", "url"), [("43:WRONG", None), ("", None), (TOKEN, "http://127.0.0.1:9")])
async def test_the_doctor_says_what_fails_without_the_token(api: FakeApi, token: str, url: str | None) -> None:
    (finding,) = await check(token, url or api.url)
    assert "rejected" in finding or "could not be reached" in finding
    assert not token or token not in finding
