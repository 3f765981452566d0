"""Questions typed in pinyin, put into characters: "chenglu yinpin shi shenme shihou chengli de".

Names and measures have been found by then (`kb.misspelt`); here the words that ask and the lexicon's other terms
follow. What cannot be read stays as it was typed. Only for messages that are pinyin from beginning to end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from kb import lazy, sounds
from kb.library import Library
from kb.names import Span
from kb.text import fold, words

# What asks and what joins, likeliest first where two sound alike.
_ASKING = (
    "是谁 谁 谁是 是什么 什么 什么是 为什么 为何 怎么 怎么样 如何 多少 是多少 有多少 几个 几家 几年 几岁 多大 多久 多高 哪里 在哪里 在哪 哪家 哪个 哪些 哪年 哪一年 哪天 "
    "什么时候 何时 吗 呢 的 是 有 和 跟 与 比 在 了 谁的 哪家公司 公司 高 低 更 更高 更低 最 最高 最低 最大 最小 最多 最少 去年 今年 明年 前年 上半年 下半年 全年 "
    "第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 季度 年 月 日 增长 增长了 增长多少 下降 下降了 同比 环比 预计 涨 跌 涨了 跌了 亏 亏损 亏了 赚 赚了 "
    "成立 成立于 创立 上市 创始人 创办人 董事长 总经理 总裁 首席执行官 老板 现在 担任 之前 以前 毕业 毕业于 大学 出生 工作 营收 干了 做什么 干什么 产品 对比 区别 介绍 一下 介绍一下 对手 客户 股东 "
    "买 买了 卖 卖了 花 花了 用了 给了 拿了 拿下 投了 融了 罚了 招了 裁了 开了 多少钱 多少人 多少家 多少亿 一共 总共 合计 做了 干 打算 计划 为啥 啥 啥时候 几号 几月 几岁 "
    "哪里人 哪国人 里 里面 要 能 会 从 到 让 被 给 对 离开 加入 来自 负责 叫 叫什么 名字 便宜 贵 最贵 最便宜 最快 最慢 最多 价格 单价 员工 人数 门店 新 旧 原来 后来 收购 入股 投资"
).split()
# What a firm's name was typed to its end with, where its articles leave that out: 岑微 for "cenwei dianzi".
_ENDING = lazy.compile(
    r" ?(?:(?:wei ?)?dian ?zi|(?:ke ?)ji|ban ?dao ?ti|yi ?liao|sheng ?wu|(?:xin ?)?neng ?yuan|gu ?fen|ji ?tuan|gong ?si|yi ?yao|zhi ?yao|qi ?che|guang ?dian|(?:xin ?)?cai ?liao|zhi ?neng|hai ?yun|yin ?hang|zheng ?quan|hang ?kong|jing ?mi)(?![a-z])"
)
_MOST_SYLLABLES = 5
_LEAST_TERM = 2  # characters


class TypedPinyin:
    """Puts pinyin into characters, with the lexicon of one archive."""

    def __init__(self, library: Library) -> None:
        """Read with the lexicon of `library`."""
        self._names = library.names

    def in_characters(self, folded: str, spans: Sequence[Span]) -> str:
        """Return a folded message of pinyin in characters, as far as it can be read."""
        out, at = [], 0
        for span in sorted(spans, key=lambda s: s.start):
            typed = folded[span.start : span.end]
            meant = self._meant(span, typed) if typed.isascii() else ""
            if meant:
                out += [self._read(folded[at : span.start]), meant]
                at = _end(folded, span, meant)
                at = ending.end() if span.kind == "entity" and (ending := _ENDING.match(folded, at)) else at
        return "".join([*out, self._read(folded[at:])])

    def _meant(self, span: Span, typed: str) -> str:
        """The Chinese name of the one thing a span means; a measure only where it is not spelt as it sounds."""
        if span.kind == "measure":
            return "" if "".join(typed.split()) in self._table else self._names.measures[span.ids[0]].labels["zh-Hant"]
        return self._names.entities[span.ids[0]].names.get("zh-Hant", "") if span.kind == "entity" and len(span.ids) == 1 else ""

    def _read(self, part: str) -> str:
        typed = words(part)
        out, at, i = [], 0, 0
        while i < len(typed):
            joined = ((n, "".join(w for _, _, w in typed[i : i + n])) for n in range(min(_MOST_SYLLABLES, len(typed) - i), 0, -1))
            n, said = next(((n, s) for n, w in joined if (s := "".join(self._words(w)))), (1, ""))
            out += [_gap(part[at : typed[i][0]], said), said or typed[i][2]]
            at = typed[i + n - 1][1]
            i += n
        return "".join([*out, _gap(part[at:], "")])

    def _words(self, letters: str) -> Iterator[str]:
        """The words that letters are pinyin of, one or two in a row; nothing where they cannot be read."""
        if letters in self._table:
            yield self._table[letters]
            return
        for cut in range(len(letters) - 2, 1, -1):
            if letters[:cut] in self._table and letters[cut:] in self._table:
                yield from (self._table[letters[:cut]], self._table[letters[cut:]])
                return

    def warm(self) -> None:
        """Make the table now."""
        assert self._table

    @cached_property
    def _table(self) -> dict[str, str]:
        """Pinyin -> word. A fifth of a second, for the first message in pinyin."""
        keys = self._names.keys
        terms = [k for kind in ("measure", "concept") for k in keys.of_kind(kind) if len(k) >= _LEAST_TERM and not any(map(str.isascii, k))]
        table: dict[str, str] = {}
        for word in (*_ASKING, *terms):
            usual = "".join(sounds.readings(c)[0] if sounds.readings(c) else "?" for c in word)
            table.setdefault(usual, word)
        table.update({"shenme": "什么", "duoshao": "多少", "shishei": "是谁", "shei": "谁", "de": "的", "le": "了"})
        return table


def _end(folded: str, span: Span, meant: str) -> int:
    """Where a name ends that was known by its beginning already: Chengyan in "chengyan zhineng"."""
    whole = "".join((sounds.readings(c) or ("?",))[0] for c in fold(meant))
    letters = folded[span.start : span.end].replace(" ", "")
    reached = span.end
    for _, end, word in words(folded[span.end :]):
        letters += word
        if not whole.startswith(letters):
            break
        reached = span.end + end
    return reached


def _gap(between: str, said: str) -> str:
    """What stands between two words; Chinese ones are not parted."""
    return between.strip(" ") if said or not between.strip(" ") else between
