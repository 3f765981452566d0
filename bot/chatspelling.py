"""How chats spell what every question is made of: particles in Bopomofo, question words by their sound, English ones cut short.

Words with a meaning of their own are the business of `bot.respelling`, names that of `kb.misspelt`.
"""

from __future__ import annotations

import re

from bot.rewrites import Rewrites
from kb import lazy

_ENDS = "(?=$|[?？,，。!！ 了的啊呀呢嗎吗來来])"
_SPELLED = Rewrites(
    (lazy.compile(said, re.I), written)
    for said, written in (
        # 注音文: the first sound of a particle.
        ("ㄉ", "的"), ("ㄌ", "了"), ("ㄇ", "嗎"), ("ㄋ", "呢"), ("ㄅ", "吧"), ("ㄚ", "啊"), ("[ㄛㄜㄟㄏ]+", ""), ("ㄍ", "個"), ("ㄕㄣˊ?(?:ㄇㄜ˙?)?", "啥"),
        # By ear; what replaces it is of no script, for the message tells which to answer in.
        ("神[马馬]|什[莫末抹嘛摩]|[甚深][莫末嘛]|[啥虾蝦瞎][米咪]", "啥"), (f"[干幹][马馬麻妈媽嗎](?=[的用使]|{_ENDS[3:-1]})", "干嘛"), ("怎[莫末嘛磨]", "咋"), (f"([為为])毛{_ENDS}", r"\1啥"),
        ("多[邵绍紹肖](?=[年人天家個个元億亿萬万%錢钱台臺倍美港]|$|[?？,，。啊呀呢])", "多少"), ("(?<=[几幾])月分(?=$|[^之])", "月份"), ("^([问問])[哈蛤](?=[ ,，\u3400-\u9fff])", r"\1一下"),
        # The South-West, the North-East, and Taiwanese by ear.
        ("啥子|[啥虾蝦][毀毁悔]", "啥"), ("咋[個个样]?整(?=的|$|[?？])", "咋办的"), ("[嘎嘠]哈(?=的|去|呢|$|[?？])", "干啥"), ("咋(?:[個个](?!月)|地(?=$|[?？了]))", "咋"), ("好多[錢钱](?=$|[?？])", "多少钱"), ("(?<=[有共要到])好多(?=[個个][\u3400-\u9fff]{1,3}[?？]?$)", "多少"),
        # Characters that are taken for one another, in words hardly any message does without.
        ("丁[單单](?=$|[?？ ,，的數数有量多])", "訂單"), ("公[斯私](?=$|[?？,，])", "公司"), ("現再|现再", "現在"), ("收[非废廢](?=的|$|[?？,，多標标])", "收費"), ("以[經径經]|已[径徑竟]", "已經"), ("(?<=[\u3400-\u9fff])[來来][著着]$", ""),
        # English.
        (r"\b(?:wat|wut|whta|wht)(?='?s?\b)", "what"), (r"\b(?:wich|whcih|whch|whihc)\b", "which"), (r"\b(?:wen|whn)\b(?= (?:did|does|is|was|will|do|were))", "when"), (r"\b(?:wher|whre|whear)\b", "where"), (r"\b(?:hw|hwo)\b(?= (?:much|many|long|big|old|far|did|does|is|was))", "how"),
        (r"\bhow (?:mcuh|muhc|mutch|mch)\b", "how much"), (r"\bhow (?:mnay|manny|mny)\b", "how many"), (r"\b(?:becuase|becasue|bcos|bcuz)\b", "because"),
        (r"(?:^|(?<=[ ,]))(?-i:u[hm]+|e+r+m*|h+m+)(?=[ ,.…]|$)[ ,.…]*", ""),  # HMM ships containers
    )
)  # fmt: skip


def spelled_out(text: str) -> str:
    """Return a message with what chats spell by ear as it is written.

    >>> spelled_out("淨負債少ㄌ多少"), spelled_out("这个是干马的"), spelled_out("and wat year was he born")
    ('淨負債少了多少', '这个是干嘛的', 'and what year was he born')
    """
    for said, plain in _SPELLED.for_text(text):
        text = said.sub(plain, text)
    return text
