"""Products in Chinese quotation marks that no one sign tells: 配套软件栈“织机”, 《夜渡》.

A word in quotation marks is a turn of speech more often than a name, so that a word for a thing, a launch, a Latin name or the
marks of a work must stand beside it. What stands before the marks, how it is made and what
goes on behind speak for and against; what each weighs is fitted (`kb.discovery.logistic`).
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.companies import unlike_words
from kb.discovery.found import Found
from kb.discovery.logistic import Signs, chance, most
from kb.discovery.page import PARTICLES, Page, han
from kb.discovery.products import THINGS
from kb.text import fold

_LIKELY = 0.65
_QUOTED = lazy.compile(r"[“「『\"《](?P<name>[^“”「」『』\"《》\n。，,；！？!?：:]{2,14})[”」』\"》]")
_THING = lazy.compile(rf"(?:{THINGS}|产品|品牌|系列|软件|平台|作品|游戏|机型|车型|电影|专辑|书|小说|首款|新品|栈|茶|服务|app|应用|系统|模型|计划|项目|方案|王牌|旗舰|火箭|卫星|芯片|药|机器人|型号|店|[整样机]机|工具|材料|框架|架构|品种|设备|猫粮|犬粮|[主零]食|罐|仪|夹|功能|[下上前第][一两三]?代|(?:一|这|那|其|[两三四五])[款台架辆艘颗个])[^,。;]{{0,3}}$")
_LAUNCHED = lazy.compile(r"(?:推出|发布|发表|开发|研发|打造|上线|主打|首款|新款|旗下|自有)[^,。;]{0,10}$")
_SAID = lazy.compile(r"(?:说|称|叫|叫做|取名|名为|命名为|所谓|像|是|为|成|出|把|被)$")
_CALLED = lazy.compile(r"(?:叫|叫做|取名|名为|命名为)$")
_GOES_ON = lazy.compile(r"系列|售价|定价|上市|上线|搭载|采用|预计|将|于|的|已|卖|售|累计|销量|载重|续航|拥有|有|在|则|为|是|能|可|全球|首日|上映|开售|发布")
_LATIN = lazy.compile(r"\([a-z]")
_COUNTED = lazy.compile(r"(?:则|也|仅|只|达|约|为|有|卖出?|占|贡献|进账|收入|营收|销量|销售额?)*\d")  # 中端「沐灘」391家
_NUMBERED = lazy.compile("[一二三四五六七八九十]号$")
_NO_PRODUCT = lazy.compile("(?:法|[年季月]度?业绩[^,。]*|条例|办法|规[定则]|报告|公约|协[议定]|指引|通知|[公日周月晚时早]报|[周月]刊|白皮书|准则|意见|调查)$")  # laws, papers
_LATIN_OR_DIGIT = lazy.compile("[A-Za-z0-9]")
_INTRODUCED = ("behind a thing", "launched", "with a Latin name", "book", "numbered", "called")
_OPENING = "“「『\"《"
_IN_BRACKETS = lazy.compile(r"[”」』\"》] ?[(（](?P<latin>[A-Z][\w'’&. -]{1,40})[)）]")
_MARKS = "、和与及"
_SEVERAL = 3  # times
_LONG = 6  # characters
WEIGHTS = {
    "": -0.58, "book": 1.94, "everyday": -0.90, "a word": -0.82, "no words": 0.67, "length": -1.10, "two": 1.22, "long": -1.50,
    "behind a thing": 1.82, "launched": 1.70, "said": -0.62, "called": 0.27, "whose": 0.60, "begins": 0.11, "ends": -1.06, "goes on": 1.38,
    "counted": 1.50, "with a Latin name": 2.56, "listed": -0.25, "again": 1.98, "particle": -0.50, "code": 2.57, "numbered": 3.02, "in the title": -2.13,
}


def likely_quoted(page: Page, found: Found) -> None:
    """Add the words in quotation marks that are likely to be products' names."""
    have = {fold(n) for d in found.drafts() for n in d.names()}
    for name, told in candidates(page).items():
        known = found.by_name.get(fold(name))
        if known is not None and known.kind == "product" and not known.en and (latin := _named_so(page, name)) and found.kind(latin) is None:
            found.add("product", zh=known.zh, en=latin)
            continue
        introduced = any(told[sign] for sign in _INTRODUCED) and not (told["everyday"] and told["behind a thing"] < 1)
        if introduced and not (page.term(fold(name)) or fold(name) in have or _NO_PRODUCT.search(fold(name))) and chance(WEIGHTS, told) >= _LIKELY:
            latin = _named_so(page, name)
            found.add("product", zh=name, en=latin if found.kind(latin) in (None, "product") else "")


def _named_so(page: Page, name: str) -> str:
    """The Latin name that stands in brackets behind a quoted one, "" where there is none: 《夜渡》（Night Ferry）."""
    behind = (_IN_BRACKETS.match(page.text, at + len(name)) for at in page.places(fold(name)) if page.text[at - 1 : at] in tuple(_OPENING))
    return next((m["latin"] for m in behind if m), "")


def candidates(page: Page) -> dict[str, Signs]:
    """Return what a text has in quotation marks, in Chinese, with what speaks for its being a product's name."""
    out: dict[str, Signs] = {}
    for match in _QUOTED.finditer(page.text):
        if any(map(han, match["name"])):
            out[match["name"]] = most(out.get(match["name"], {}), _signs(page, *match.span(), match["name"]))
    return out


def _signs(page: Page, start: int, end: int, name: str) -> Signs:
    folded = page.folded[start + 1 : end - 1]
    left, after, before = page.folded[max(0, start - 16) : start], page.folded[end : end + 1], page.folded[start - 1 : start] if start else ""
    told: dict[str, float] = {
        "": 1,
        "book": page.text[start] == "《",
        "everyday": page.plain(folded),
        "a word": page.word(folded),
        "no words": unlike_words(page, folded),
        "length": len(name) / 5,
        "two": len(name) == 2,
        "long": len(name) > _LONG,
        "behind a thing": bool(_THING.search(left)),
        "launched": bool(_LAUNCHED.search(left)),
        "said": bool(_SAID.search(left)),
        "called": bool(_CALLED.search(left)),
        "whose": before == "的",
        "begins": not han(before or " "),
        "ends": not han(after or " "),
        "goes on": bool(_GOES_ON.match(page.folded, end)),
        "counted": bool(_COUNTED.match(page.folded, end)),
        "with a Latin name": bool(_LATIN.match(page.folded, end)),
        "listed": before in tuple(_MARKS) or after in tuple(_MARKS),
        "again": min(sum(page.text.count(a + name) for a in _OPENING), _SEVERAL) / 2,
        "particle": not PARTICLES.isdisjoint(folded),
        "code": bool(_LATIN_OR_DIGIT.search(name)),
        "numbered": bool(_NUMBERED.search(folded)),
        "in the title": name in page.text.partition("\n")[0],
    }
    return {sign: float(value) for sign, value in told.items()}
