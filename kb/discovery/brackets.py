"""Names with another name, a ticker or a short form in brackets, in Chinese and in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import lazy
from kb.discovery.endings import (
    BOOKS_RIGHT,
    CALLED,
    CHAIN_END,
    ENDS,
    FIRM_RIGHT,
    HAN_CHAR,
    LAND,
    LIKELY_RIGHT,
    behind_kind,
    lead_in,
    past_kind,
    told_as_firm,
)
from kb.discovery.english import SOFT_END, STRONG_END, latin_spans
from kb.discovery.found import Found
from kb.discovery.page import Page, as_printed, han, stands_alone
from kb.discovery.people import is_person, spells_out
from kb.sounds import all_readings
from kb.text import fold

PAREN = lazy.compile(r"\(((?:[^()\n]|\([^()\n]{1,8}\)){2,60})\)")
_TICKER = lazy.compile(
    r"(?P<first>sh|sz|hk|bj)[ .:]?(?P<number>\d{4,6})|(?:(?:股票|证券|股份)?(?:代码|代号)|stock code|code)?[:\s]*(?P<digits>\d{4,6})(?:[.\- ]?(?P<market>sh|ss|sz|hk|bj|tw|two|ks|kq|t))?"
    r"|(?:nasdaq|nyse|amex|纳斯达克|纽交所|lse|asx|tsx|xetra|euronext)[\w ]{0,10}[: ]\s?(?P<code>[a-z][a-z.]{0,5})"
    r"|(?P<ric>[a-z]{2,5})\.(?:o|oq|n|k|l|pa|de|as|mi|ax|to|si|bk)"
    r"|(?:hkex|sehk|hkg|港交所|twse|tpex|tyo|tse|krx|sse|szse|港股)[: ]\s?(?P<foreign>\d{4,6})"
)

# 曾任職基因達克(Genetek), 超過潔岑者(Jecwalk): where somebody worked, or whom one overtakes, is a firm.
_AT_WORK = lazy.compile(rf"(?:任职于?|供职于?|就职于?|加入|加盟|效力于?|服务于|入职|离开|跳槽到?|转投|超过|超越|反超|赶超|击败|取代|落后于|领先|不敌|不及|次于)(?:(?:美|日|德|英|法|瑞士|韩)商)?({HAN_CHAR}{{2,8}})$")
_A_COMPANY = lazy.compile(rf"(?:(?:^|[的由与和及向给])(?:{LAND})?|{LAND})({HAN_CHAR}{{2,6}})公司$")  # 美國哈德登公司(Hadden)
_OF_A_LAND = lazy.compile(LAND + "的$")
_OFFICE = lazy.compile("(?:局|署|部|委员会|协会|学会|联盟|大学|学院|医院|法院)$")
_PANEL_HEAD = lazy.compile(rf"^{HAN_CHAR}{{2,8}}\([^()\n]{{3,40}}\):", re.M)
# A paragraph on a product, and what one on a firm speaks of: two of these at least.
_A_THING = lazy.compile("[^,;。]{0,10}?(?:是|为|作为)[^,;。]{0,16}?(?:产品|品牌|平台|系统|模型|旗下|游戏|车型|药|作品|小说|电影)|(?:上线|开售|发售|上映|搭载|采用|售价)")
_OF_A_FIRM = lazy.compile("公司|营收|净利|亏损|递表|上市|估值|融资|招股|挂牌|创立|员工|市值|订单")
_LEAST_NAME, _LONGEST_HEAD = 2, 8  # characters
_LONGEST_TOLD = 6  # characters
_SPELT_LEAST = 2  # characters of a name from elsewhere, more
_LATIN = lazy.compile(r"[A-Za-zÀ-ÖØ-öø-ž][A-Za-zÀ-ÖØ-öø-ž0-9&.'’ \-]*[A-Za-zÀ-ÖØ-öø-ž0-9.]$")


def parentheses(page: Page, found: Found) -> None:
    """Add the Chinese names that stand before brackets with another name."""
    for match in PAREN.finditer(page.folded):
        end = match.start()
        while end > 0 and page.folded[end - 1] in ' ”」"':
            end -= 1
        mark = re.search(r"-[a-z]{1,2}$", page.folded[max(0, end - 3) : end])
        end -= len(mark.group()) if mark else 0
        if end and han(page.folded[end - 1]):
            _chinese_with(page, found, end, match)


def _chinese_with(page: Page, found: Found, end: int, match: re.Match[str]) -> None:
    """A Chinese name before parentheses that hold its English name, its ticker or a short form."""
    pieces = list(_pieces(match))
    latin = next((page.text[a:b] for a, b in pieces if latin_name(page.text[a:b])), "")
    tickers = [t for a, b in pieces if (t := _ticker(page.folded[a:b]))]
    called = [m.group(1) for a, b in pieces if (m := CALLED.match(page.folded[a:b]))]
    if not (latin or tickers or called):
        return
    run = page.run(end, 16)
    size, spelt = _agreeing(run, latin) if latin else (0, "")
    company = _A_COMPANY.search(run) if latin and not size else None
    if company and ((spells_out(company[1]) and len(company[1]) > _SPELT_LEAST) or not (page.word(company[1]) or page.plain(company[1]))):
        found.add("company", page.text[end - len(company[1]) - 2 : end], latin, [page.text[end - len(company[1]) - 2 : end - 2]])
        return
    if not size:
        size = next((n for n in range(min(10, len(run)), 1, -1) if run[-n:] in found.by_name), 0)
    if not size and latin and (post := _AT_WORK.search(run)):
        size = len(post[1])
    if not size and tickers:
        begin = past_kind(run)
        size = len(run) - begin if begin and page.folded.count(run[begin:]) > 1 and not page.plain(run[begin:]) else _again(page, run)
    if not size and latin and _heads_panel(page, run, end, match.end()):
        size = len(run)
    if not size:
        size = _size_before(page, run, end, bool(tickers))
    if not size:
        return
    of = run.rfind("的", len(run) - size, len(run) - 2)
    size = len(run) - of - 1 if of >= 0 and not spelt and not CHAIN_END.fullmatch(run[of + 1 :]) else size  # 民營的|藍岑引擎
    name = run[-size:]
    if len(name) < 4 and not spelt and page.word(name):
        return  # 老百姓 is a chain of pharmacies and everybody
    kind = _kind_of(page, found, name, latin, bool(tickers), match.end(), bool(spelt))
    if not kind and latin and (_heads_panel(page, name, end, match.end()) or _AT_WORK.search(run) or told_as_firm(page, end - size) or behind_kind(page, end - size) or (" " not in latin and _OF_A_LAND.search(page.folded, max(0, end - size - 6), end - size)) or page.folded[end - size - 1 : end - size] == "商"):
        kind = "company"  # 瑞典商泰拉維克(Terravik)
    if not kind and spelt and (_one_of_several(page, found, name, end - size) or (latin and _opens_on_firm(page, end - size, match.end()))):
        kind = "company"
    if kind:
        spelt = "" if kind == "person" or page.ordinary(spelt.lower()) else spelt
        found.add(
            kind,
            page.text[end - size : end],
            latin,
            [*([spelt] if len(spelt) > 3 else []), *(as_printed(page, c) for c in called)],
            tickers,
        )


def _heads_panel(page: Page, run: str, end: int, after: int) -> bool:
    """Whether a run of characters with its Latin name heads a paragraph that tells a firm's figures, as others do: 宏櫟記憶(Honglith):全年營收….

    At least two paragraphs of a text begin so.
    """
    start = end - len(run)
    heads = _LEAST_NAME <= len(run) <= _LONGEST_HEAD and page.folded[start - 1 : start] in ("", "\n") and not is_person(page, run)
    if not heads or page.folded[after : after + 1] != ":" or not BOOKS_RIGHT.match(page.folded, after + 1):
        return False
    return len(list(_PANEL_HEAD.finditer(page.folded))) >= _LEAST_NAME


def _one_of_several(page: Page, found: Found, name: str, start: int) -> bool:
    """Whether a name begins a paragraph with its Latin spelling, as those of two firms of the text do, and comes again: 曜途(Yaotu)起步最晚."""
    heads = page.folded[start - 1 : start] in ("", "\n") and page.folded.count(name) > 1
    if not heads or page.word(name) or is_person(page, name):
        return False
    others = (f"{fold(n)}({fold(d.en)})" for d in found.drafts() if d.kind == "company" and d.en for n in d.names() if not n.isascii())
    return len({o for o in others if o in page.folded}) >= _LEAST_NAME


def _opens_on_firm(page: Page, start: int, after: int) -> bool:
    """Whether a name with its spelling opens a paragraph that goes on as one about a firm does: 岑途(Centu)起步最晚,…。公司擁有…."""
    if page.folded[start - 1 : start] not in ("", "\n") or _A_THING.match(page.folded, after):
        return False
    until = page.folded.find("\n", after)
    return len(set(_OF_A_FIRM.findall(page.folded[after : until if until >= 0 else None]))) > 1


def _again(page: Page, run: str) -> int:
    """How long the name before a ticker is, told by its standing elsewhere too: …波瀾不驚啟衡熱控(002998.SZ); else 0."""
    for size in range(min(8, len(run)), 2, -1):
        name = run[-size:]
        if page.folded.count(name) > 1 and not lead_in(page, name):
            return 0 if page.plain(name) else size  # 海東國際物流 is no 東國際物流
    return 0


def _pieces(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The parts of what stands in parentheses, as places in the text."""
    at = match.start(1)
    for part in re.split(r"[,;、/]", match.group(1)):
        blank = len(part) - len(part.lstrip())
        yield at + blank, at + len(part.rstrip())
        at += len(part) + 1


def latin_name(piece: str) -> bool:
    """Whether a piece in brackets is a name in Latin letters, no abbreviation and no code."""
    if not _LATIN.match(piece) or len(piece) < 3 or piece.islower() or re.search(r"\d{3}", piece):
        return False
    return not (piece.isupper() and len(piece) <= 5)


def _ticker(piece: str) -> str:
    """A ticker in the form CODE.MARKET or CODE; "" for anything else, a bare year above all."""
    match = _TICKER.fullmatch(piece)
    if not match:
        return ""
    digits, market = match["digits"] or match["number"], (match["market"] or match["first"] or "").upper()
    if digits:
        if not market and re.fullmatch(r"(?:19|20)\d\d", digits):
            return ""
        return f"{digits}.{'SH' if market == 'SS' else market}" if market else digits
    return (match["code"] or match["foreign"] or match["ric"] or "").upper()


def _agreeing(run: str, latin: str) -> tuple[int, str]:
    """How many characters at the end of `run` the Latin name spells in pinyin from the first on, and the spelling."""
    words = [w for w in re.split(r"[ \-]", latin.lower().replace("'", "").replace("’", "")) if w]
    for first in range(len(words)):
        for size in range(min(len(run), 12), 1, -1):
            last = _spelt(run[-size:], words[first:])
            if last:
                return size, " ".join(re.split(r"[ \-]", latin)[first : first + last]) if first == 0 else ""
    return 0, ""


def _spelt(name: str, words: list[str]) -> int:
    """How many of `words` the first two or more characters of `name` spell out exactly; 0 when they do not."""

    def read(at: int, rest: str) -> int:  # characters used, 0 when `rest` cannot be spelt
        if not rest:
            return at
        if at >= len(name):
            return 0
        return next((n for r in all_readings(name[at]) if rest.startswith(r) and (n := read(at + 1, rest[len(r) :]))), 0)

    for count in range(min(4, len(words)), 0, -1):
        if read(0, "".join(words[:count])) >= 2:
            return count
    return 0


def _size_before(page: Page, run: str, end: int, listed: bool) -> int:
    """How long the name is that ends `run`, when nothing but its surroundings can tell; 0 when doubtful."""
    run = run[lead_in(page, run) :]
    clean = end - len(run) == 0 or not (
        han(page.folded[end - len(run) - 1]) or page.folded[end - len(run) - 1].isalnum()
    )
    if listed:
        said = len(run)
        run = re.sub(r"^(?:维持|重申|上调|下调|调升|调降|给予|首予|看好|买入|增持|减持|料|降|升|予)(?=..)", "", run)
        clean = clean or len(run) < said
    told = list(
        re.finditer(
            r"公司|企业|厂商|同业|同行|友商|[台陆大药车酒钢纸船面板备计测料件圆具机]厂(?!商)|(?:染料|设备|材料|零件|供应|经销|代理|服务|承包|出版|贸易|咨询|[国本典士兰])商|巨头|龙头|平台|品牌|独角兽|供应商|开发商|制造商|零售商|运营商|新势力|子公司|集团旗下|对手",
            run,
        )
    )
    if told and 2 <= len(run) - told[-1].end() <= _LONGEST_TOLD:
        name = run[told[-1].end() :]
        land = re.match(LAND, name)
        return len(name) - (land.end() if land and len(name) - land.end() > 1 else 0)  # 巨头德国奥伯施坦
    if (begin := past_kind(run)) and not page.plain(run[begin:]):
        return len(run) - begin
    chain = re.search(rf"(?:{ENDS})+$", run)
    core = run[: chain.start()] if chain and chain.start() >= 2 else run
    begin = page.tail(core, 6 if core is run else 4)
    name = run[begin:]
    if listed and clean and 3 <= len(run) <= 6 and (len(run) <= 4 or page.plain(core) or page.term(core[:begin])):
        return len(run)  # 北京希电 and 太平地毡 are whole names, where nothing else leads up to them
    if len(core) - begin < 2 or page.costs(core)[begin] > 1.3 * max(1, begin):
        return 0
    if page.plain(core[begin:]):
        return 0
    return len(name)


def _kind_of(page: Page, found: Found, name: str, latin: str, ticker: bool, after: int, spelt: bool) -> str | None:
    """What kind of thing a name with another name in parentheses is; None when nothing tells."""
    if found.kind(name):
        return found.kind(name)
    if ticker or (CHAIN_END.search(name) and not page.plain(name)) or (latin and STRONG_END.search(" " + latin)):
        return "company"
    words = latin.lower().replace("'", "").replace("’", "").split()
    if spelt and len(words) == 2 and len(name) <= 4 and is_person(page, name) and _spelt(name, words) == 2:
        return "person"
    if spelt and len(name) > 3 and (len(words) > 1 or CHAIN_END.search(name)):
        return "company"  # 路口咖啡(Lukou), 岳雲數位(Yueyun Digital): spelt out in part, and translated for the rest
    if not _OFFICE.search(name) and (FIRM_RIGHT.match(page.folded, after) or LIKELY_RIGHT.match(page.folded, after)):
        return "company"
    return None


def beside_latin(page: Page, found: Found) -> None:
    """The Chinese name or the ticker in parentheses after a Latin name."""
    for match in PAREN.finditer(page.folded):
        before = page.text[max(0, match.start() - 60) : match.start()].rstrip()
        before = re.sub(r"-[A-Z]{1,2}$", "", before)  # Foo-U, a mark of the exchange
        if not before or not before[-1].isalnum() or han(before[-1]):
            continue
        latin = next((before[a:b] for a, b in latin_spans(before, headlines=True) if b == len(before)), "")
        draft = found.by_name.get(fold(latin))
        pieces = list(_pieces(match))
        tickers = [t for a, b in pieces if (t := _ticker(page.folded[a:b])) and not (t.isdigit() and draft is None)]
        chinese = next((c for a, b in pieces if (c := _chinese_piece(page, a, b))), "")
        firm = CHAIN_END.search(fold(chinese)) and not page.plain(fold(chinese)) and not latin.isupper()
        if latin and draft is None and firm and (short := _short(page, latin)):
            known = found.by_name.get(fold(short))
            if known is not None and known.kind == "company" and not known.zh:  # Brannock, of Brannock Lines (布蘭諾航運)
                known.en = ""
                known.aliases = [latin, *known.aliases]
                found.by_name[fold(latin)] = draft = known
            elif known is None:
                first = latin.partition(" ")[0]
                found.add("company", chinese, latin, aliases=dict.fromkeys((short, *([first] if stands_alone(page, first) else []))))
                continue
        if latin and draft is None and chinese and _one_persons(page, fold(chinese), latin):
            found.add("person", chinese, latin)  # Deng Haolin (鄧浩霖)
            continue
        if latin and (draft or tickers or firm) and (chinese or tickers):
            found.add(draft.kind if draft else "company", chinese, (draft.en if draft else "") or latin, tickers=tickers)


def _one_persons(page: Page, name: str, latin: str) -> bool:
    """Whether a Chinese name that somebody may have is spelt by two Latin words, family name first."""
    words = re.split(r"[ \-]", latin.lower())
    return latin.count(" ") == 1 and is_person(page, name) and len(name) <= _LEAST_NAME + 2 and _spelt(name, words) == len(words) and words[0] in all_readings(name[0])


def _short(page: Page, latin: str) -> str:
    """What a firm's name is without its ending, where the text goes on with that: Lantern Peak for Lantern Peak Pictures."""
    short = SOFT_END.sub("", STRONG_END.sub("", latin))
    short = latin.rpartition(" ")[0] if short == latin else short  # Corrigan, of Corrigan Copper
    alone = short and short != latin and not page.word(short.lower()) and re.search(rf"(?<![A-Za-z] )\b{re.escape(short)}\b(?! [A-Z(])", page.text)
    return short if alone else ""


def _chinese_piece(page: Page, start: int, end: int) -> str:
    called = CALLED.match(page.folded[start:end])
    if called:
        start, end = start + called.start(1), start + called.end(1)
    piece = page.text[start:end]
    return piece if 2 <= len(piece) <= 12 and all(map(han, piece)) else ""
