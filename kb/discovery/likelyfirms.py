"""Chinese firms that no one sign tells: a firm's ending behind two to four characters, with all that speaks for a name.

隆湛电子 in 由隆湛电子的东莞厂供货 stands behind no word for a firm and before no verb of announcing, and is one all the
same: its own part is no word, begins where a word ends, and is made of characters that firms are called by. What each
such sign weighs is fitted (`kb.discovery.logistic`). Runs when the rules of this package have found what they find.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb import lazy
from kb.discovery.commons import is_part
from kb.discovery.companies import DESCRIBES, chains, no_name, unlike_words
from kb.discovery.endings import FIRM_RIGHT, behind_kind, placed, told_as_firm, vote
from kb.discovery.found import Found
from kb.discovery.logistic import Signs, chance, most
from kb.discovery.page import LIGHT, PARTICLES, Page, han
from kb.text import fold

_SIZES = (2, 3, 4)  # characters of a name's own part
_RUN = 12  # characters before an ending that are looked at
_LIKELY, _SURE = 0.55, 0.7  # the latter of an ending that things have more often: 耐火材料
_MOST_VOTES = 4
_SEVERAL = 3  # times
_LONG = 2  # characters of one ending
# Characters that firms' own names are made of, by how many firms of the lexicon have them.
_NAMELIKE = frozenset(
    "国中华微科海芯联电大美金思特安达斯德长瑞南创天东信星通光富尔迪智方亚爱泰新三晶力京利威万诺台江宝云马克硅百山康公阿邦飞维生恒西英丰基浦日业药讯世和立赛广恩福合捷罗汽宁普荣拓兰深时能北希优龙兴莱来可巴拉明博超宏先比腾森硕集田鑫高石辉阳塔塑鸿胜宇豪"
    "乐奇雅聚门川紫格易艾润文多平原远贝源元家鼎尼盛吉友起法必香展浪孚汇音第实景波湖雪嘉手纳伯河程蓝纬欣红银杰领鹏成意旺兆埃沃保州农佳钢花碁本锐壁武伟统港摩昆问测影素积车风逊拜隆奥顺地益里茂杉际快惠湾旭寒朗度淡君诚伦招登企全月唯品头巢迈耐双强萨色"
    "锋图知仑网巨沪太玛研林加苏宜复绿茶氏传协谱九桥同神变瀚谋露夫纪雷代极铨洛司慧裕群菲耀众建宾汉志水产事速芝旅春像佛辰狐底人贵徐晨麒柴汤城瑟踏济界玉霸鸟亨峰葛锡娇冰陆瓴闳秋卜族直歌村永默心任闪勤曙菱懋彩满悦岚酷虹算澎灵铺祥泸玄颀钰弘苹泽佰流团容"
    "磊火沐稳圆甬固范纯韩燧瓷果仞精揖儒概温翱蔡步异励会旷荆酋烁昂名临蔚牛跃氪布齐求应松麦潮王民坡申白费锦蝶柏青赣清茅舜洲迅五冠臻礼敦粮凯珠牧潍昱碧伊升谐桂斐启钛卫略赫瞻越雀声曦空堂禾库途璞轩泥圣健麻部七岛卓欧澜树砺李侠翰铠岳彤节冉链甲阶麟凌提昕璟昊晟煜晖熙骏宸睿驰衡澄砚湛峻岭屿朔岑屹曜翎璇珩珈琢琅霖霁霄桐榕楠棠栎梓槐潼沅沂沁泓洺浔涵淮淇湃溪滨漪骐骁骋鸢鹭隼鲸鹿狮虎豹"
)
_ACTS = frozenset("靠管塞把用买卖购让使给做看说讲想找拿打开关放进出入到得过着了吗呢要需互装修运送租借还换取造任兴")  # verbs, which no firm is called by
_NO_START = frozenset("首代单户市各任兴互")
_OF_ITS_KIND = lazy.compile("(?:的)?(?:行业|产业|板块|领域|赛道|市场|公司|企业|厂商?|业者|类股?|巨头|龙头|人才|专业)")
_THING = lazy.compile("(?:机器人|系统|芯片|电池|软件|游戏|卫星|汽车|材料|电源|光伏|饮料|食品|酒店|餐饮|咖啡|超市|平台|电商|茶饮|服饰|家居|美妆|玩具|连锁|电器|家电|零售|生鲜|数据|资源|晶圆|储能|机械|充电|合金|支付|保险|地产|贷款|玻璃|气体|显示|运输)$")
_SELDOM_A_THING = lazy.compile("(?:集团|控股|股份|证券|投顾|投信|人寿|财险|产险|寿险|资本|创投|银行|航空|航运|海运|影业|药业|生技|乳业|矿业|锂业|重工|置业|实业|咨询|新材|制药|化工|生物|生医|科技|国际|医疗|半导体|微电子|精密|精工|电机|光电|数控|电子|智能|动力|影像|评级|房屋|建设|投资|基金|医药|农商|农商行|国投|创控|重机|机床|互动|存储)$")
WEIGHTS = {
    "": -6.37, "three": -2.6, "four": -1.01, "no words": 0.59, "no words apart": 1.67, "describes": -2.69, "no name": -2.38, "particle": -1.12,
    "light": -1.23, "verb": -1.84, "no start": -2.41, "name-like": 2.29, "cheapest": 1.16, "ending crossed": -2.95, "begins": 1.92,
    "behind a digit": -1.28, "behind a particle": 1.76, "behind a word": 0.85, "start crossed": -1.62, "votes": 1.05, "behind its kind": 0.52,
    "told as a firm": 1.51, "placed": 1.85, "acts": 0.18, "of its kind": -2.32, "endings": -0.11, "thing": -0.18, "seldom a thing": 1.7,
    "quoted": -1.19, "again": 0.32, "namesake": 2.93, "part of a business": -3.75,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where what may be a firm's name stands in the folded text, and where its ending begins."""

    start: int
    ending: int
    end: int


def likely_firms(page: Page, found: Found) -> None:
    """Add the names that are likely to be firms'."""
    best: dict[tuple[int, int], tuple[float, Place]] = {}
    for name, places in candidates(page, found).items():
        if page.term(name):
            continue
        likely = chance(WEIGHTS, signs(page, found, places))
        for place in places:
            best[place.ending, place.end] = max(best.get((place.ending, place.end), (0.0, place)), (likely, place), key=lambda b: b[0])
    firms = [fold(n) for d in found.drafts() if d.kind == "company" for n in d.names()]
    for likely, place in best.values():
        own = page.folded[place.start : place.ending]
        least = _SURE if _THING.search(page.folded, place.start, place.end) else _LIKELY
        if likely >= least and not any(n.startswith(own) for n in firms):  # 衡岳财险 is a part of 衡岳保险, which goes by 衡岳
            found.add("company", zh=page.text[place.start : place.end])


def candidates(page: Page, found: Found, every: bool = False) -> dict[str, list[Place]]:
    """Return the folded names that may be firms' with their places: those in no name that was found, or `every` one."""
    names = [] if every else [fold(n) for d in found.drafts() for n in d.names()]
    taken = {i for n in names for at in page.places(n) for i in range(at, at + len(n))}
    out: dict[str, list[Place]] = {}
    for place in _places(page):
        if place.ending - 1 not in taken and place.start not in taken and place.ending not in taken:
            out.setdefault(page.folded[place.start : place.end], []).append(place)
    return out


def _places(page: Page) -> Iterator[Place]:
    for at, end in chains(page):
        run = page.run(at, _RUN)
        for size in _SIZES:
            if size <= len(run):
                yield Place(at - size, at, end)


def signs(page: Page, found: Found, places: list[Place]) -> Signs:
    """Return what speaks for and against a name: of all its places the most."""
    out: Signs = {}
    for place in places:
        out = most(out, _signs_at(page, place))
    first = places[0]
    own, name = page.folded[first.start : first.ending], page.folded[first.start : first.end]
    return out | {
        "": 1.0,
        "again": min(page.folded.count(name) - 1, _SEVERAL) / 2,
        "namesake": float(any(fold(n).startswith(own) for d in found.drafts() for n in d.names())),
        "part of a business": float(is_part(page, found, name)),
    }


def _signs_at(page: Page, place: Place) -> Signs:
    start, at, end = place.start, place.ending, place.end
    own, name, run = page.folded[start:at], page.folded[start:end], page.run(at, _RUN)
    left, before, after = run[: -len(own)], page.folded[start - 1 : start] if start else "", page.folded[end : end + 1]
    told: dict[str, float] = {
        "three": len(own) == 3,
        "four": len(own) == 4,
        "no words": unlike_words(page, own),
        "no words apart": unlike_words(page, own, apart=True),
        "describes": own in DESCRIBES,
        "no name": no_name(own),
        "particle": not PARTICLES.isdisjoint(own),
        "light": sum(c in LIGHT for c in own[1:]),
        "light first": own[0] in LIGHT,
        "verb": not _ACTS.isdisjoint(own),
        "no start": own[0] in _NO_START,
        "name-like": sum(c in _NAMELIKE for c in own) / len(own),
        "cheapest": page.tail(run) == len(run) - len(own),
        "ending crossed": page.word(own[-1] + page.folded[at]) and not page.word(own),
        "begins": not left and not before.isdigit(),
        "behind a digit": before.isdigit(),
        "behind a particle": bool(left) and before in PARTICLES,
        "behind a word": len(left) > 1 and page.word(left[-2:]),
        "start crossed": bool(left) and page.word(before + own[0]),
        "votes": min(vote(page, start, end), _MOST_VOTES) / 2,
        "behind its kind": behind_kind(page, start),
        "told as a firm": told_as_firm(page, start),
        "placed": placed(page, start, end),
        "acts": FIRM_RIGHT.match(page.folded, end) is not None,
        "ends": not after or not han(after),
        "of its kind": _OF_ITS_KIND.match(page.folded, end) is not None,
        "endings": end - at > _LONG,
        "thing": _THING.search(name) is not None,
        "seldom a thing": _SELDOM_A_THING.search(name) is not None,
        "quoted": after in tuple("“「『\""),
    }
    return {sign: float(value) for sign, value in told.items()}
