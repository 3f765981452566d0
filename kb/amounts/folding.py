"""Text with one form for each character that amounts are written in; no length changes."""

from __future__ import annotations

from functools import lru_cache

# One character to one character, so that offsets in folded text are offsets in the text.
_SIMPLIFIED = (
    "亿億万萬两兩余餘约約过過达達于於间間个個颗顆辆輛项項笔筆张張条條种種栋棟组組岁歲吨噸单單号號币幣欧歐镑鎊"
    "韩韓圆圓円圓圜圓点點钟鐘时時级級数數几幾满滿将將仅僅内內从從与與为為户戶层層轮輪场場块塊节節届屆营營业業净淨"
    "润潤亏虧损損绩績报報产產纳納厘釐亩畝顷頃卢盧门門历歷长長终終后後简簡称稱额額价價权權东東头頭样樣线線气氣体體"
    "导導亚亞尔爾兰蘭罗羅兹茲铢銖马馬来來处處剂劑册冊柜櫃节節车車坚堅图圖缅緬龄齡员員计計档檔页頁臺台负負财財当當盘盤来來收收至至别別类類规規务務总總资資发發现現够夠只只"
)
_FOLD = {cp: cp - 0xFEE0 for cp in range(0xFF01, 0xFF5F) if cp != 0xFF0C}  # a Chinese comma groups no digits
_FOLD |= {ord(s): ord(t) for s, t in zip(_SIMPLIFIED[::2], _SIMPLIFIED[1::2], strict=True)}
_FOLD |= {ord(c): ord(" ") for c in "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"}
_FOLD |= {ord(c): ord("~") for c in "～〜∼"}
_FOLD |= {ord(c): ord("-") for c in "−‐‑﹣－"} | {ord("—"): ord("–"), ord("‒"): ord("–")}  # dashes are no minus
_FOLD |= {ord("￥"): ord("¥"), ord("﹪"): ord("%"), ord("’"): ord("'")}


@lru_cache(maxsize=16)  # the same sentence is read for its amounts and for its periods
def fold(text: str) -> str:
    """Full-width to ASCII, spaces and dashes to one kind, the Simplified words of amounts to Traditional.

    The length never changes.

    >>> fold("约１４．５０亿元")
    '約14.50億元'
    """
    return text.translate(_FOLD)


def table(words: str) -> list[str]:
    """Return the words of a table written as one text."""
    return words.split()
