"""The names found so far in one article, each with its other names and tickers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kb import lazy
from kb.discovery.page import Page
from kb.text import fold
from kb.vocabulary import COMPANY_END

_PEOPLE = (3, 4)  # characters of people's names that end no firm's
_LEAST_UNITED = 3  # characters of a name that a longer one may end with
# 恆暉人壽上周公布: when it is told is no part of a name.
_TOLD_WHEN = lazy.compile(r"(?<=..)(?:[上本这下]?[周週][一二三四五六日]?|[昨今当當同前次][日天晚早]|近[日期来]|[日早]前|[上本今当當下]月|[今去明前]年|[上下][半]年|[上本首单單]季度?|[昨虽仍亦则却])$")
_VIEW = lazy.compile(r"^(?:[維维]持|重申|上[調调]|下[調调]|[調调][升降高低]|首予|[給给]予|看好|看淡)(?=..)|(?<=..)[于於]$")  # 維持澳博「增持」; 伊頓於7月宣布
# No firm is called so: 單季營收, 撇除投資, 終結連虧, 期內集團.
_NO_FIRM = lazy.compile(
    r"限公司$|^本[刊报社台站网]|^(?:第[一二三四1-4]季|首季|[上下]半年|前三季|20\d\d年)|.{0,2}[信函文书报]中|.{0,4}(?:负责|分管|掌管)|^(?:若|[购赎]回|回购|录得|增持|减持|认购|持有|抛售|转让)|[一两几数多]项|(?:报告)?[期年季月周旬日][内间末底初中]|半年|(?:截至|止)|(?:该|本|这家|此|某|其)(?:集团|公司|企业|厂|行|店|国际|基金|银行)|"
    r"[占为是由对给让向从与和及据按因被使令比较](?:集团|公司|企业|银行)$|(?:单|首|全|上|下|前|后|每|各|该|本|同|整)(?:季|年|月|周|日|期|度)|撇除|扣除|剔除|撇开|[今去明前]年(?:集团|公司)|不计|不含|不包括|包括|连同|终结|结束|终止|加上|减去|相比|截至|预计|受惠|受累|受到|由于|因为|其中|另外|此外|随着|"
    r".{2,}[一二三四五六七八九十]期(?:工程|项目|扩建)?$|.{2,}[拿向找跟问逼帮给](?:银行|客户|政府|媒体|工厂|券商|基金)$|[花用]了?[一二三四五六七八九十几两百\d]+[年个天月]|级|.+[今去明]年|"
    r"(?:减值|摊销|折旧|拨备|毛利|净利|营收|收入|亏损|盈利|成本|费用|订单|库存|产能|销量|价格|均价|股价)(?:$|率)"
)
# What a firm's full name has behind the one it goes by, folded.
# A word that a firm's name may end with, and that any other may stand before: 主控芯片.
_A_PRODUCT = lazy.compile("(?:芯片|晶片)$")
_OCCASION = lazy.compile("(?:论坛|峰会|大会|年会|展览会?|博览会|沙龙|高峰会|奖)")
# What tells that somebody is a person: a post before the name, a deed behind it.
_POST = lazy.compile("(?:[长裁官师授家员]|董事|经理|总监|主任|主席|先生|女士|博士|创始人|创办人|合伙人|负责人|总)$")
_ACTS = lazy.compile("(?:先生|女士|博士)?(?:说|表示|认为|指出|坦言|回忆|强调|解释|笑|称|直言|出任|接任|担任|毕业|生于|出生|今年\\d|,?\\d\\d岁)")
_SEVERAL_THINGS = lazy.compile("[A-Z]{2,6}s")  # CDUs, GPUs
_WHAT_FIRMS_ARE = lazy.compile(r"(?:Technolog(?:y|ies)|Tech|Group|Holdings?|Systems|Semiconductors?|Micro(?:electronics)?|Electronics|Optics|Photonics|Energy|Power|Motors?|Auto(?:motive)?|Bio(?:tech|sciences|pharma|medical)?|Pharma(?:ceuticals?)?|Therapeutics|Medical|Robotics|Foods?|Lines|Shipping|Logistics|Capital|Securities|Research|Software|Networks|Materials|Steel|Chemicals?|Industries|Instruments|Precision|Interactive|Games|Airlines|Airways|Thermal|Memory|Computing|Labs?|AI|Inc|Corp|Ltd|Limited|Co)(?: (?:Group|Holdings?|Technolog(?:y|ies)|Inc|Corp|Ltd|Limited|Co))?")
_WHOLE_FIRM = frozenset("务 务集团 集团 控股 控股集团 股份 公司 科技集团 实业 实业集团 有限公司 股份有限公司 集团控股 集团股份".split())
_RULED = lazy.compile("^(?:認定|认定|裁定|判定|查明|責令|责令|指控|控告)(?=.{2})")  # 認定棠里(瀾州)商業有限公司
_LEADS_UP = frozenset("了着著的將将把被让讓等及予")


@dataclass(slots=True)
class Draft:
    """A name with its other names, as they are found."""

    kind: str
    zh: str = ""
    en: str = ""
    aliases: list[str] = field(default_factory=list)
    tickers: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        """Return all its names, the Chinese one first."""
        return list(dict.fromkeys(n for n in (self.zh, self.en, *self.aliases) if n))


class Found:
    """The names found so far; another name for one already found joins it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.by_name: dict[str, Draft] = {}

    def add(
        self, kind: str, zh: str = "", en: str = "", aliases: Iterable[str] = (), tickers: Iterable[str] = ()
    ) -> None:
        """Add a name in one or both languages, or what is new of it; known names and terms are left out."""
        zh = zh[1:] if len(zh) > 2 and zh[0] in _LEADS_UP else zh  # 受理了昊樞科技
        zh = _RULED.sub("", zh)
        if kind == "company":
            zh = _TOLD_WHEN.sub("", _VIEW.sub("", zh))
            of_a_person = any(len(zh) > n and self.kind(zh[-n:]) == "person" for n in _PEOPLE)  # 樂評人岑以賢
            if zh and not any(not _OCCASION.match(self.page.folded, at + len(zh)) for at in self.page.places(fold(zh))) and fold(zh) in self.page.folded:
                return  # 和庭科技論壇 is an occasion
            bare = _A_PRODUCT.sub("", fold(zh))
            if bare != fold(zh) and len(bare) > 1 and self.page.plain(bare):
                return
            if of_a_person or _NO_FIRM.match(fold(zh)) or en.endswith((" &", " and")) or _SEVERAL_THINGS.fullmatch(en):
                return
        keys = [fold(n) for n in (zh, en) if n]
        taken = [*keys, *map(fold, tickers)]
        if not keys or any(len(k) < 2 or k in self.page.known for k in taken):
            return
        aliases = tuple(aliases)
        draft = next((self.by_name[k] for k in (*keys, *(fold(a) for a in aliases if " " in a)) if k in self.by_name), None) or Draft(kind)
        other = self.by_name.get(fold(en)) if zh and en else None
        if other is not None and other is not draft and other.kind == draft.kind == "company" and not other.zh:
            self._join(draft, other)  # each had been found alone, 南洲銀行 and Nanzhou Bank
        draft.zh, draft.en = draft.zh or zh, draft.en or en
        more = [a for a in (zh, en, *aliases) if a and fold(a) not in self.page.known]
        draft.aliases += [a for a in more if a not in draft.names() or not draft.aliases]
        draft.tickers += [t for t in tickers if t not in draft.tickers]
        for name in draft.names():
            self.by_name.setdefault(fold(name), draft)

    def turn(self, kind: str, name: str) -> None:
        """Let a name be of another kind than it was taken for, or add it."""
        draft = self.by_name.get(fold(name))
        if draft is None:
            self.add(kind, **({"en": name} if name[0].isascii() else {"zh": name}))
        else:
            draft.kind = kind

    def unite(self) -> None:
        """Join a firm with itself under a name that begins with a word more: 一進霧島互動, 蘇州棲雲智能科技股份有限公司."""
        for named in [d for d in self.drafts() if d.kind == "product" and d.en.startswith("The ")]:
            bare = self.by_name.get(fold(named.en[4:]))
            if bare is not None and bare is not named and bare.kind == "product" and not named.zh:
                self.by_name = {k: d for k, d in self.by_name.items() if d is not named}  # The Iris 2 is the Iris 2
        firms = [d for d in self.drafts() if d.kind == "company" and d.zh]
        self._unite_with_people(firms)
        self._unite_in_english(firms)
        for short in firms:
            name = fold(short.zh)
            for other in firms:
                longer = next((n for n in map(fold, other.names()) if self._is_longer(n, name)), "")
                if other is not short and longer and self.by_name.get(name) is short:
                    self._join(short, other)

    def _unite_in_english(self, firms: list[Draft]) -> None:
        """Join a firm told as "Qinliu (沁流科技)" with the one firm that is called so and what firms are: Qinliu Technology, in a heading."""
        others = [d for d in self.drafts() if d.kind == "company" and d.en and not d.zh]
        for firm in (f for f in firms if f.en and " " not in f.en):
            longer = [d for d in others if d.en.startswith(f"{firm.en} ")]
            if len(longer) == 1 and _WHAT_FIRMS_ARE.fullmatch(longer[0].en, len(firm.en) + 1) and self.by_name.get(fold(firm.en)) is firm:
                self._join(firm, longer[0])

    def _unite_with_people(self, firms: list[Draft]) -> None:
        """Join a firm with what was taken for a person and is its short name: 萬特爾 of 萬特爾半導體, of whom no post and no word is told."""
        for person in [d for d in self.drafts() if d.kind == "person" and d.zh]:
            name = fold(person.zh)
            firm = next((f for f in firms if COMPANY_END.fullmatch(fold(f.zh).removeprefix(name)) and fold(f.zh).startswith(name)), None)
            told = any(_POST.search(self.page.folded, max(0, at - 6), at) or _ACTS.match(self.page.folded, at + len(name)) for at in self.page.places(name))
            if firm is not None and not told:
                firm.aliases += [n for n in person.names() if n not in firm.names()]
                self.by_name.update({fold(n): firm for n in person.names()})

    def absorb(self, name: str, short: Draft) -> None:
        """Let a product be known under a longer name, with all it was found under so far."""
        longer = self.by_name.get(fold(name))
        if longer is None:
            short.aliases = [n for n in short.names() if n != name]
            short.zh, short.en = ("", name) if name[0].isascii() else (name, "")
            self.by_name[fold(name)] = short
        elif longer is not short and longer.kind == "product":
            known = short.names()
            self._join(longer, short)
            longer.zh, longer.en = ("", name) if name[0].isascii() else (name, "")
            longer.aliases += [n for n in known if n not in longer.names()]

    def _is_longer(self, longer: str, name: str) -> bool:
        if len(name) >= _LEAST_UNITED and longer.startswith(name) and longer.removeprefix(name) in _WHOLE_FIRM:
            return True  # 雲澳港 of 雲澳港務集團
        before = longer.removesuffix(name)
        if len(name) < _LEAST_UNITED or before == longer or not before:
            return False
        once = self.page.folded.count(longer) == 1 and self.page.folded.count(name) > 1
        return (2 <= len(before) <= 4 and self.page.plain(before)) or (len(before) <= 2 and once)

    def _join(self, kept: Draft, other: Draft) -> None:
        kept.en = kept.en or other.en
        kept.zh = min((n for n in (kept.zh, other.zh) if n), key=len, default="")
        kept.aliases += [n for n in other.names() if n not in kept.names()]
        kept.tickers += [t for t in other.tickers if t not in kept.tickers]
        self.by_name.update((key, kept) for key, draft in list(self.by_name.items()) if draft is other)

    def drafts(self) -> list[Draft]:
        """Return every name found, once."""
        return list({id(d): d for d in self.by_name.values()}.values())

    def kind(self, name: str) -> str | None:
        """Return what kind of thing a name found before is."""
        draft = self.by_name.get(fold(name))
        return draft.kind if draft else None
