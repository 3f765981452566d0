"""What points to somebody or something spoken of before without naming it: 這款轎車, 該作, 公司.

All patterns are matched against folded text. Leaves out who that is (`kb.topics`, `kb.ownership`).
"""

from __future__ import annotations

from kb import lazy

# 把該作銷量預測上調; 公司披露,遊戲首周銷量…: the thing spoken of, in the middle of a sentence or by its kind alone.
A_THING = lazy.compile(
    r"本[作片剧](?!者|子)|[这该](?:款|作|剧|片|游戏|产品|药物?(?!企|厂)|疫苗|芯片|机型|车型|车(?!企|厂)|机(?!构|场|关)|型号|系列|模型)|(?:^|[,;。:])(?:而|但|目前|据悉|其中)?(?:游戏|新车|新机)(?=将|已|则|也|于|在|首|预[计订售]|上[市线架]|发售|定价|售价|起售|销量|月活|累计|自|最|前[三两一]?|正式|全球|支持|配备|采用|搭载)"
)
_ITS_KIND = lazy.compile(r"(?:^|[,;。:])(?:而|但|目前|据悉|其中)?(?:产品|新品|新药|手机|影片)(?=将|已|则|也|于|在|首|预[计订售]|上[市线架]|发售|定价|售价|起售|正式)")
# 機構股東甲持股11%;D輪後,公司估值…: the firm that the text is about, and not who was named since.
FIRM_AGAIN = lazy.compile(r"(?:^|[,;。:])(?:[^,;。:]{0,12}(?:后|时|中|前|年|月|季|日|底|末|初|期|来|下|方面)|而|但|惟|目前|现时|现在|如今|因此|不过|此外|另外|同时|其中|使|令|让|据|加上|连同)?(?:公司|集团)(?![债法治们内总]|之一|旗下)|[,;.] (?:and |but |while )?the (?:company|group|firm|bank|insurer|carrier|retailer|developer)\b(?!'s (?:rival|customer|supplier|parent))")
# 這款轎車上市當年就賣出11.2萬輛: what was spoken of is a thing.
_THIS_THING = lazy.compile(r"(?:(?:而|但|目前|如今|此外|据悉),?)?[这该](?:一)?(?:款|项|套|台|颗|辆|支|部|只|种|架|艘|枚|系列|产品|车型|车(?!企|厂)|游戏|药(?!企|厂)|个[^,。;公司]{0,12}?(?:牌子|品牌|产品|系列|系统|平台|游戏|项目|模型|功能|品类))")


def this_thing(folded: str) -> bool:
    """Return whether a sentence begins with what points to a thing spoken of before it.

    >>> this_thing("这款轿车卖得好"), this_thing("该公司卖得好")
    (True, False)
    """
    return bool(_THIS_THING.match(folded))


def points_at_thing(folded: str) -> bool:
    """Return whether a sentence speaks of a thing without naming it, in any of its parts.

    >>> points_at_thing("甲把该作销量预测上调"), points_at_thing("游戏首周销量"), points_at_thing("游戏业务收入")
    (True, True, False)
    """
    return bool(A_THING.search(folded) or _ITS_KIND.search(folded))
