"""What a platform itself says around an answer: labels, help, privacy, errors. One instance a language.

Words of the answers are elsewhere. `{...}` are filled in by the platform, as the comments say.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Surface:
    """The texts of one language, without markup."""

    lang: str  # "zh-Hant" | "zh-Hans" | "en"
    start: str
    help: str  # {commands}: one command a line
    privacy: str  # {forget}: how to forget on this platform
    error: str
    not_allowed: str  # {chat}: the chat's id
    text_only: str
    ask_usage: str
    compare_usage: str
    unknown_command: str
    compare_question: str  # {names}: what to compare, as typed
    example_question: str  # asks the bot what it can do; its suggestions become the first buttons
    sources: str  # heading above a list of sources
    show_sentences: str  # button that shows the sentences behind an answer
    no_answer_yet: str
    no_sources: str
    expired: str
    forgotten: str
    thanks_for_verdict: str
    good: str
    bad: str
    share: str  # button that shows a private answer to the whole channel
    slack_help: str
    commands: dict[str, str] = field(default_factory=dict)  # command -> its line in the menu


_HANT = Surface(
    lang="zh-Hant",
    start="你好，我是芯問。請直接問我文章裡的事：一個數字、一個人、一項比較。每個答案都附上出處與日期。",
    help="直接輸入問題就可以。在群組裡請提及我，或回覆我的訊息。\n\n{commands}",
    privacy=(
        "我記住這個對話上一次問了什麼，好聽懂接下來的追問，七天後作廢；輸入 {forget} 可立刻清除。"
        "答不出來的問題與按下的評價會留給資料庫的管理者，不記是誰問的。"
        "訊息內容不寫入日誌，也不會送到別處。"
    ),
    error="抱歉，這一題我處理時出了錯，已經記錄下來。請稍後再試一次。",
    not_allowed="這個聊天室還不能使用我。請管理者把編號 {chat} 加進允許名單。",
    text_only="我只看得懂文字。請把問題打出來給我。",
    ask_usage="想問什麼呢？請把問題一起寫上，例如：/ask 哪些公司虧損",
    compare_usage="要比較哪些？請寫上兩個名稱，例如：/compare 甲公司 乙公司",
    unknown_command="我不認得這個指令。輸入 /help 可以看我會做什麼。",
    compare_question="比較 {names}",
    example_question="你能做什麼？",
    sources="來源",
    show_sentences="看原句",
    no_answer_yet="這裡還沒有可以列出來源的回答。先問我一個問題吧。",
    no_sources="上一則回答沒有引用文章。",
    expired="那則回答我已經不記得了，請再問一次。",
    forgotten="好的，這個對話我已經忘記了。",
    thanks_for_verdict="謝謝，我記下來了。",
    good="有幫助",
    bad="沒幫助",
    share="分享到頻道",
    slack_help=(
        "輸入 /xinwen 加上問題，答案只有你看得到，想分享時再按按鈕。\n"
        "在頻道裡提及我，我會在討論串裡回答；在那個討論串裡追問不必再提及我。也可以直接傳訊息給我。\n"
        "/xinwen privacy：我記住什麼、不記什麼\n"
        "/xinwen forget：忘記這裡的對話"
    ),
    commands={
        "ask": "提問",
        "compare": "比較兩個對象",
        "sources": "上一則回答的出處與原句",
        "help": "使用說明",
        "privacy": "我記住什麼、不記什麼",
        "forget": "忘記這個對話",
    },
)

_HANS = Surface(
    lang="zh-Hans",
    start="你好，我是芯问。请直接问我文章里的事：一个数字、一个人、一项比较。每个答案都附上出处与日期。",
    help="直接输入问题就可以。在群组里请提及我，或回复我的消息。\n\n{commands}",
    privacy=(
        "我记住这个对话上一次问了什么，好听懂接下来的追问，七天后作废；输入 {forget} 可立刻清除。"
        "答不出来的问题与按下的评价会留给资料库的管理者，不记是谁问的。"
        "消息内容不写入日志，也不会送到别处。"
    ),
    error="抱歉，这一题我处理时出了错，已经记录下来。请稍后再试一次。",
    not_allowed="这个聊天还不能使用我。请管理者把编号 {chat} 加进允许名单。",
    text_only="我只看得懂文字。请把问题打出来给我。",
    ask_usage="想问什么呢？请把问题一起写上，例如：/ask 哪些公司亏损",
    compare_usage="要比较哪些？请写上两个名称，例如：/compare 甲公司 乙公司",
    unknown_command="我不认得这个命令。输入 /help 可以看我会做什么。",
    compare_question="比较 {names}",
    example_question="你能做什么？",
    sources="来源",
    show_sentences="看原句",
    no_answer_yet="这里还没有可以列出来源的回答。先问我一个问题吧。",
    no_sources="上一条回答没有引用文章。",
    expired="那条回答我已经不记得了，请再问一次。",
    forgotten="好的，这个对话我已经忘记了。",
    thanks_for_verdict="谢谢，我记下来了。",
    good="有帮助",
    bad="没帮助",
    share="分享到频道",
    slack_help=(
        "输入 /xinwen 加上问题，答案只有你看得到，想分享时再按按钮。\n"
        "在频道里提及我，我会在讨论串里回答；在那个讨论串里追问不必再提及我。也可以直接发消息给我。\n"
        "/xinwen privacy：我记住什么、不记什么\n"
        "/xinwen forget：忘记这里的对话"
    ),
    commands={
        "ask": "提问",
        "compare": "比较两个对象",
        "sources": "上一条回答的出处与原句",
        "help": "使用说明",
        "privacy": "我记住什么、不记什么",
        "forget": "忘记这个对话",
    },
)

_EN = Surface(
    lang="en",
    start=(
        "Hello, I am Xinwen. Ask me about what the articles say: a figure, a person, a comparison. "
        "Every answer names its source and date."
    ),
    help="Just send a question. In a group, mention me or reply to one of my messages.\n\n{commands}",
    privacy=(
        "I remember what was last asked in this conversation, so that follow-ups make sense, and drop it "
        "after seven days; {forget} drops it at once. Questions I could not answer, and the verdicts people "
        "give, are kept for the archive's owner without a name. Messages are not written to the log "
        "and are sent nowhere else."
    ),
    error="Sorry, something went wrong while I worked on this. It has been noted; please try again later.",
    not_allowed="I may not be used in this chat yet. Its owner can add the id {chat} to the allow-list.",
    text_only="I read text only. Please type your question.",
    ask_usage="What would you like to know? Put the question behind it: /ask which companies made a loss",
    compare_usage="Compare what? Name two of them: /compare Alpha Beta",
    unknown_command="I do not know that command. /help shows what I can do.",
    compare_question="compare {names}",
    example_question="What can you do?",
    sources="Sources",
    show_sentences="Show the sentences",
    no_answer_yet="There is no answer here yet whose sources I could list. Ask me something first.",
    no_sources="The last answer cited no article.",
    expired="I no longer remember that answer. Please ask again.",
    forgotten="Done: I have forgotten this conversation.",
    thanks_for_verdict="Thank you, noted.",
    good="Helpful",
    bad="Not helpful",
    share="Share in channel",
    slack_help=(
        "Type /xinwen and a question: only you see the answer, and a button shares it.\n"
        "Mention me in a channel and I answer in a thread, where follow-ups need no mention. "
        "Or write to me directly.\n"
        "/xinwen privacy: what I remember and what I do not\n"
        "/xinwen forget: forget our conversation here"
    ),
    commands={
        "ask": "Ask a question",
        "compare": "Compare two things",
        "sources": "Sources and sentences of the last answer",
        "help": "How to use me",
        "privacy": "What I remember and what I do not",
        "forget": "Forget this conversation",
    },
)

_BY_LANG = {s.lang: s for s in (_HANT, _HANS, _EN)}


def surface(lang: str | None) -> Surface:
    """Return the texts for `lang`; English for anything that is not one of our three.

    >>> surface("zh-Hans").sources
    '来源'
    >>> surface(None).lang
    'en'
    """
    return _BY_LANG.get(lang or "en", _EN)
