"""What is read from an event: whose text it is, whether it is for us, where the answer goes."""

import pytest

from handlers.slack.messages import Me, command, heard, plain

ME = Me("T1", "UBOT", "BBOT")
SAID = {
    "type": "message",
    "channel": "C1",
    "channel_type": "channel",
    "user": "U1",
    "ts": "1.1",
    "text": "營收多少？",
}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<@UBOT> 摩爾線程2025年營收多少？", "摩爾線程2025年營收多少？"),
        ("請問<@UBOT>沐曦的營收是多少？", "請問 沐曦的營收是多少？"),
        ("沐曦的營收 <@UBOT>", "沐曦的營收"),
        ("<@UBOT|xinwen> R&amp;D &gt; 3 &lt;億", "R&D > 3 <億"),
        ("&amp;lt;", "&lt;"),
        ("see <https://a.example/x|this> and <https://b.example>", "see this and https://b.example"),
        ("<#C9|chips> 怎麼說 <!here>", "#chips 怎麼說"),
        ("<!subteam^S1|@analysts> 誰虧最多", "@analysts 誰虧最多"),
        ("第一行\n<@UBOT>\n第二行", "第一行\n第二行"),
        ("<@UBOT>", ""),
    ],
)
def test_text_is_read_as_typed(raw, text):
    assert plain(raw, ME) == text


@pytest.mark.parametrize(
    "change",
    [
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "channel_join"},
        {"subtype": "pinned_item"},
        {"subtype": "channel_topic"},
        {"subtype": "bot_message"},
        {"subtype": "reminder_add"},
        {"subtype": "one_that_is_new"},
        {"bot_id": "B9"},
        {"bot_profile": {"name": "other"}},
        {"user": "UBOT"},
        {"user": "USLACKBOT"},
        {"user": None},
        {"edited": {"user": "U1", "ts": "2.2"}},
        {"hidden": True},
    ],
)
def test_what_no_person_wrote_anew_is_ignored(change):
    assert heard({**SAID, **change}, ME) is None


@pytest.mark.parametrize("subtype", [None, "thread_broadcast", "file_share", "me_message"])
def test_what_a_person_wrote_is_heard(subtype):
    assert heard({**SAID, "subtype": subtype}, ME).text == "營收多少？"


@pytest.mark.parametrize(
    ("change", "thread", "addressed"),
    [
        ({}, "1.1", False),
        ({"text": "前文 <@UBOT> 後文"}, "1.1", True),
        ({"text": "<@UBOT> 再問", "thread_ts": "0.9"}, "0.9", True),
        ({"thread_ts": "0.9"}, "0.9", False),
        ({"channel": "D1", "channel_type": "im"}, None, True),
        ({"channel": "D1", "channel_type": "im", "thread_ts": "0.9"}, "0.9", True),
    ],
)
def test_the_answer_goes_to_the_thread(change, thread, addressed):
    message = heard({**SAID, **change}, ME)
    assert (message.thread, message.addressed) == (thread, addressed)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("help", "help"), ("HELP", "help"), ("/help", "help"), ("說明", "help"), ("帮助", "help"), ("？", "help"),
        ("privacy", "privacy"), ("隱私", "privacy"), ("forget", "forget"),
        ("forget me!", "forget"), ("忘记我。", "forget"),
        ("forget it", None), ("help me find 沐曦", None), ("隱私計算", None), ("!", None),
    ],
)  # fmt: skip
def test_commands_are_whole_texts(text, name):
    assert command(text) == name
