"""Questions that say last what others say first: …?鄭某怎麼講, 領投方是哪家, 是誰創辦的?想知道名字.

Each is put in the order in which it is read elsewhere: who speaks before what of, the verb for its noun.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb import lazy

_DOES = (
    "[領领跟]投|收[購购]|[併并][購购]|承建|承[辦办]|主[辦办]|接手|接[盤盘]|出[資资]|受[讓让]|[買买]下|入主|操刀|代[銷销工]|[併并]下|中[標标]|得[標标]"
)
# The verb for who does it: A輪的領投方是哪家 asks by whom it was led.
_DOER = lazy.compile(
    rf"[,，]?\s*的?(?P<does>{_DOES})(?:方|人|者|[機机][構构])(?:到底|究竟|又|都|分[別别])*(?:是|為|为|係|系)"
    r"(?:哪一?(?:家|間|间|[個个]|方|位)(?:公司|[機机][構构]|企[業业])?|[誰谁])(?=$|[?？。,，啊呀呢])"
)
_OPEN = "為什麼|为什么|為何|为何|為啥|为啥|怎[麼么]|是不是|是否|[嗎吗]|有[沒没]有|[會会]不[會会]|能不能|咋"
_OF_FIGURES = lazy.compile("意思|定[義义]|怎[麼么][樣样]?(?:算|[寫写]|[稱称])|多少|[幾几](?![乎個个])|何[時时]|[誰谁]|哪|百分")
_SAYS_LAST = lazy.compile(
    rf"^(?P<asks>[^?？]*(?:{_OPEN})[^?？]*?)[,，?？。 ]+(?P<who>[A-Za-z\u3400-\u9fff][A-Za-z\u3400-\u9fff0-9·.&' -]{{1,16}}?)(?:自己|本人|官方|那[邊边])?(?:[對对]此|[當当][時时])?(?:又|都)?是?(?:怎[麼么樣样]{{1,2}}|咋|如何)[說说講讲看]的?[呢啊]?[?？。]*$"
)
_NOBODY = lazy.compile("^(?:[他她它牠]們?|[他她它]们|自己|本人|公司|官方|[媒報报][體体導导道紙纸]|文章|[報报][導导道]|新[聞闻]|[這这那].*|外界|大家|[後后][來来]|[結结]果|到底|究竟|分[別别]|各自?|[前後后].*|.*(?:[篇文章稿]|[報报][導导道]))$")
_VIEW = "(?:[評评][價价論论]|看法|[說说]法|意[見见]|[見见]解|[觀观][點点]|解[讀读]|[點点][評评]|態度|态度|想法)"
# 甲做了什麼,乙對此有什麼評價: how does 乙 see what 甲 did.
_VIEWS_LAST = lazy.compile(
    rf"^(?P<what>[^,，?？]{{4,60}}?)[,，]\s*(?P<who>[^,，?？]{{2,16}}?)(?:[對对](?:於|于)?(?:此|[這这那][^,，有持給给]{{0,4}})|就此)?(?:又|都|各)?(?:有|是|持|抱持?|[給给]出?)(?:什[麼么]|何|啥|怎[麼么]?[樣样]的|哪些)(?:[樣样]的)?{_VIEW}[呢啊]?[?？]*$"
)
# "The chairman on price cuts: what did he say?"
_ON_IT = lazy.compile(
    r"^(?P<who>[^,:?]{3,48}?) on (?P<what>[^,:;?]{4,80}?) ?[,:;–—-]+ ?(?:what (?:did|does|do|has|was|were|is|are) (?![^?]*\breasons?\b)(?:s?he|they|it|his|her|their|its|the)\b[^?]{0,40}|how (?:did|does|do) (?:s?he|they|it) (?:put|see|view|describe) (?:it|that|them)|(?:any |the |exact )?(?:words|quotes?|comments?|remarks?|views?|take))\?*$",
    re.I,
)
_FORCED = "(?:导致|導致|造成|促使|促成|引[发發起]|[驱驅]使|令|[让讓]|使得?|逼得?)"
# 導致甲下滑的是什麼 asks why 甲 fell.
_BROUGHT_ABOUT = lazy.compile(
    rf"^(?P<before>[^,，?？]{{0,12}}?[,，])?{_FORCED}了?(?![^,，?？]{{0,14}}?(?:最|印象|[難难]忘|[驚惊]|感[動动]|意外|[擔担]|[頭头]疼|[頭头]痛))(?P<what>[^,，?？]{{4,60}}?)的?(?:主要|最大|真正|直接|根本)?的?(?:原因|因素|主因|元[凶兇]|推手)?(?:到底|究竟|主要|又)*(?:是|在[于於]|有)(?:什[麼么]|啥|何|哪些)(?:原因|因素|理由)?[呢啊]?[?？]*$"
)
_VIEW_EN = "(?:co?mm?ents?|remarks?|(?<!field of )(?<!angle of )views?|opinions?|verdict|take|thoughts|stance|attitude|words|line|feelings)"
# "What was the chairman's view on price cuts?", "the chairman's take on price cuts".
_VIEW_ON = lazy.compile(
    rf"^(?:(?:and |so )?what(?:['’]s|s| is| was| are| were) |how about |any idea (?:of|about) )?(?:the )?(?P<who>[^,:;?]{{3,48}}?)(?:['’]s|(?<=s)['’]| (?:had|made) (?:any |as a )?)?(?<!the)(?<!own)(?<!\ba) (?:own |exact |official |personal |public |reported )?{_VIEW_EN} (?:on|about|regarding|towards?|concerning) (?P<what>[^,:;?]{{2,80}}?) ?\?*$",
    re.I,
)
_FEELS = lazy.compile(
    r"^(?:and |so )?(?:how (?P<do>did|does|do|has) (?P<who>[^,:;?]{3,48}?) (?:feel|felt) (?:about|on)|what (?P<did>did|does|do) (?P<whom>[^,:;?]{3,48}?) (?:make|have to say) (?:of|about|on)) (?P<what>[^,:;?]{4,80}?) ?\?*$",
    re.I,
)
# 甲對乙的看法是什麼: how 甲 sees 乙.
_VIEW_OF = lazy.compile(
    rf"^(?P<who>[^,，?？對对]{{2,16}}?)(?P<of>[對对]於?于?)(?![此這这那])(?P<what>[^,，?？]{{2,40}}?)(?:是|有|持|抱持?|採取?|采取?|[給给]出?)*(?:的|(?P<kind>什[麼么]|何|啥|怎[樣样]|怎[麼么][樣样])[樣样]?的?){_VIEW}(?:到底|究竟|又)?(?(kind)|(?:是|[為为])?(?:什[麼么]|啥|如何|怎[樣样]|怎[麼么][樣样]|何|呢))[呢啊]?[?？]*$"
)
# 毛利率是哪些因素推上去的 asks why it rose, 利潤被什麼拖下來了 why it fell.
_PUSHED = lazy.compile(
    r"^(?P<what>[^?？]{3,60}?)(?P<after>[,，])?(?:到底|究竟|主要|又|[,，])*(?:是|被|受|由|靠|[給给])+(?:到底|究竟)?(?:什[麼么]|啥|哪[些個个]|何)[樣样]?的?(?:因素|原因|[東东]西|力量|事情?)?[給给]?"
    r"(?:[推拉抬帶带拱撐撑頂顶](?:上去|上[來来]|高|升|起[來来])(?P<up>)|(?:[拖拉壓压打帶带砸](?:下[來来]|下去|低|垮|跌|落)|拖了?[後后]腿))(?:的|了)*[呢啊]?[?？]*$"
)
_WANTS_NAME = lazy.compile(
    r"(?<=.)[,，?？。]\s*我?(?:只|就|主要)?是?[想要](?:知道|要|[問问]|了解|[查]|[確确][認认])(?:一下)?(?:[他她它]|[對对]方)?的?(?:名字|姓名|全名|大名|是[誰谁]|答案|原因|理由)(?:就[好行可]以?|而已|即可)?[。.!！]?$"
)


@lru_cache(256)  # a message is read whole and in parts, and by several readers
def in_order(text: str) -> str:
    """Return a message in the order in which questions are read.

    >>> in_order("嵐海A輪的領投方是哪家?"), in_order("嵐海的客戶是哪家?")
    ('嵐海A輪是誰領投的?', '嵐海的客戶是哪家?')
    >>> in_order("企業最看重的是不是價格?沈柏勳怎麼講"), in_order("嵐海營收多少?分析師怎麼看?")
    ('沈柏勳說企業最看重的是不是價格', '嵐海營收多少?分析師怎麼看?')
    >>> in_order("嵐海是誰創辦的?想知道名字"), in_order("嵐海用自己的錢蓋廠,分析師對此有什麼評價?")
    ('嵐海是誰創辦的', '分析師怎麼看嵐海用自己的錢蓋廠')
    >>> in_order("嵐海的毛利率究竟是哪些因素推上去的?"), in_order("嵐海的利潤是被什麼拖下來的?")
    ('嵐海的毛利率為什麼上升?', '嵐海的利潤為什麼下降?')
    >>> in_order("Kestrane's chairman on price cuts: what did he say?")
    "What did Kestrane's chairman say about price cuts?"
    """
    text = _WANTS_NAME.sub("", text)
    text = _DOER.sub(_by_whom, text)
    text = _ON_IT.sub(r"What did \g<who> say about \g<what>?", text)
    text = _BROUGHT_ABOUT.sub(_why, text)
    if pushed := _PUSHED.match(text):
        return _why_moved(pushed)
    if view := _VIEW_ON.match(text) or _FEELS.match(text):
        by = view.groupdict()
        return f"What {by.get('do') or by.get('did') or 'did'} {by['who'] or by['whom']} say about {by['what']}?"
    if (view := _VIEW_OF.match(text)) and not _NOBODY.search(view["who"].strip()):
        return f"{view['who']}{view['of']}{view['what']}{'怎么' if re.search('[么对]', text) else '怎麼'}看"
    if views := _VIEWS_LAST.match(text):
        return f"{views['who']}{'怎么' if re.search('[么给观评见对这]', text) else '怎麼'}看{views['what']}"
    last = _SAYS_LAST.match(text)
    if last is None or _OF_FIGURES.search(last["asks"]) or _NOBODY.search(last["who"].strip()):
        return text
    said = "说" if re.search("[么说讲谁这]|咋", text) else "說"
    return f"{last['who'].strip()}{said}{last['asks'].strip()}"


def _why(brought: re.Match[str]) -> str:
    """甲為什麼下滑, asked without what only says that something brought it about."""
    return f"{brought['before'] or ''}{'为什么' if re.search('[么让导发驱为]', brought.group()) else '為什麼'}{brought['what']}?"


def _why_moved(pushed: re.Match[str]) -> str:
    """甲為什麼上升, or why it is so where that stands before it."""
    why = "为什么" if re.search("[么个带撑顶压给后来东]", pushed.group()) else "為什麼"
    if pushed["after"]:
        return f"{why}{pushed['what']}?"
    return f"{pushed['what']}{why}{'上升' if pushed['up'] is not None else '下降'}?"


def _by_whom(doer: re.Match[str]) -> str:
    who = "谁" if re.search("[谁间个为构别购领并资办让买标]", doer.group()) else "誰"
    return f"是{who}{doer['does']}的"
