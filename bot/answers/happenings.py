"""What a question for a reason asks the reason of: a delay, a sale, a resignation. Folded, in both languages.

Such things are asked for in one word and told in another (延後, 往後挪, "put back"), and in another language. A sentence that
tells of a delay may so be found for a question about one, and a reason that is given of something else is known for one.
"""

from __future__ import annotations

from functools import cache

from bot.questionwords import LOSES_THINGS
from kb import lazy

_HAPPENINGS = {
    "delay": lazy.compile(r"延[期后迟误宕至到]|(?:时间|时程|日期)[^,。]{0,6}改[为到至]|推迟|拖[延后慢]|[往向]后[拖挪推延]|跳票|暂缓|搁置|押后|误期|逾期|\b(?:delay\w*|postpon\w*|push(?:ed|es|ing)? back|put(?:ting|s)? (?:off|back)|slip(?:s|ped)|shelv\w+|h[eo]ld(?:s|ing)? up(?! (?:well|better|as)\b)|behind schedule|originally due|(?:was|were|had been) due|(?:is|are|was|were|running) late|now due)\b"),
    "regulate": lazy.compile(r"管[制控](?!处|局|司|科)|管(?=[\u3400-\u9fff]{1,6}(?:出口|进口|起来))|限制|收紧|新规|出台|修[法订例改](?=.{0,12}(?:办法|法|规|例|标准|制度)|$|[^一-鿿])|修法|立法|严管|许可管理|\b(?:new rules?|rules? (?:was|were|is|are)|regulat(?:e[sd]?|ing)|restrict(?:s|ed|ing|ions?)?|curb(?:s|ed|ing)?|ban(?:s|ned|ning)?|tighten\w*|crack\w* down|licensing)\b"),
    "stop": lazy.compile(r"解散|停摆|不发|退出|撤[出离回资]|放弃|[舍抛]弃|终止|停[止产运办售工业]|关[闭掉停厂店]|取消|叫停|暂停|中止|砍掉|不再|收掉|搁置|告吹|流产|下架|裁撤|核减|削减|\b(?:halt\w*|stop(?:s|ped|ping)?|suspend\w*|scrap(?:s|ped|ping)?|dropped|drop (?:the|its|a|an|plans?|out)\b|cancel\w*|abandon\w*|walk(?:s|ed)? away|quit(?:s|ting)?|exit(?:s|ed|ing)?|withdr[ae]w\w*|clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?|shelv\w+|pull(?:s|ed)? out|give up|gave up|discontinu\w+)\b"),
    "dismiss": lazy.compile(r"解[雇聘职]|开除|炒[掉了]|撤换|\b(?:fired|sacked|dismiss\w*|oust\w*)\b"),
    "sell": lazy.compile(r"卖[掉给出了]|出售|转让|脱手|剥离|\b(?:sell(?:s|ing)?|sold|sale of|dispos\w+|divest\w*)\b"),
    "place": lazy.compile(r"[建设盖落选]在|设[厂立点]|建厂|落户|选址|搬[到去往回离]|迁[到往至回移址]|\b(?:buil(?:d|ds|t|ding)|mov(?:e|es|ed|ing)|relocat\w*|base[ds]? in)\b"),
    "turn": lazy.compile(r"做起|转[做攻向型]|改[做推卖攻]|跨[足入界]|进军|\b(?:branch(?:ed|ing)? (?:out )?into|turn(?:ed|ing)? to|switch\w* to|pivot\w*|mov(?:e|ed|ing) into|enter\w*)\b"),
    "leave": lazy.compile(r"离[开任职]|辞[职去任掉]|请辞|卸[任下]|退[休下]|下台|出走|\b(?:leav(?:e|es|ing)|left|resign\w*|step(?:s|ped|ping)? (?:down|aside)|depart\w*|retir\w+|quit(?:s|ting)?)\b"),
    "refuse": lazy.compile(r"拒[绝收不]?|婉拒|回绝|谢绝|否决|不(?:[接肯愿想考打准予参做去碰进加跟走用设降扩开卖收跌]|再|会|得)(?!足|断|到|过)|没有?(?:答应|接受|同意|[把将]?[^,。?;]{0,6}?卖(?![出得掉过完]))|\b(?:reject\w*|refus\w+|turn(?:s|ed|ing)? down|declin(?:e|ed|es|ing) (?:to|the|an?)|rebuff\w*|spurn\w*|sa(?:id|ys?|ying) no (?=to )|(?:did|would|does)(?:n't| not) (?:want to |agree to )?(?:sell|accept|take)|block(?:s|ed)?)\b"),
    "buy": lazy.compile(r"收购|要约|买下|并购|入股|购并|\b(?:buy(?:s|ing)?|bought|acqui\w+|purchas\w+|takeover|deal|bids?|\d\w* offers?|offers? to buy)\b"),
    "back": lazy.compile(r"看[中好上]|下注|押[注宝]|投资|领投|跟投|\b(?:back(?:s|ed|ing)? |bet(?:s|ting)?|invest\w*)\b"),
    "choose": lazy.compile(r"选(?![举手项])|挑[选中上]|\b(?:ch[oa]{1,2}s(?:e|es|en|ing)|pick(?:s|ed)?|select\w*|opt(?:s|ed)? for)\b"),
    "recall": lazy.compile(r"召回|回收|\brecall\w*"),
    "penalty": lazy.compile(r"罚|处分|谴责|警告信|\b(?:fine[ds]?|penal\w+|sanction\w*|rebuk\w+|censur\w+|reprimand\w*)\b"),
    "failure": lazy.compile(r"失[败利事]|不成功|没[过成]|未获|未能|故障|闪退|失灵|\b(?:fail\w*|went wrong|crash\w*|broke down|flop\w*|laps(?:e[sd]?|ing)|overlook\w*|overdue|oversight|miss(?:ed|ing) (?:the |an? |its |two |some )?(?:inspection|deadline|check|payment|step|test)s?)\b"),
    "doubt": lazy.compile(r"看[空淡坏衰]|转趋?(?:谨慎|审慎|保守)|(?:下调|调降)[^,。;]{0,10}评[级等]|唱空|不看好|不[认赞]同|质疑|怀疑|存疑|保留态度|\b(?:s[ck]eptic\w*|doubt\w*|question(?:s|ed)|bearish|negative|cautious|downgrad\w*|cut (?:his|her|its|their) rating|(?:cut|lowered|moved|reduced|dropped) (?:[\w'’-]+ ){0,4}?to [\"“'‘]?(?:hold|sell|neutral|underweight|underperform|reduce)|pessimis\w*|unconvinced|not (?:everyone|all) (?:is|are|was|were))\b"),
    "listing": lazy.compile(r"上市|挂牌|ipo|递表|\b(?:listing|list(?:s|ed)? (?:on|in)|float(?:s|ed|ing)?|flotation|go(?:ing)? public)\b"),
    "up": lazy.compile(r"[大暴激猛飙狂预]增|涨|升|增[长加]|成长|提[升高]|翻[倍番]|扭亏|[转回][盈正]|[转为]盈|好转|改善|变[好高多]|登顶|调薪|加薪|重[回返夺]|夺回|第一|\b(?:surg\w+|soar\w*|jump\w*|r[io]s(?:e|es|en|ing)|gr[eo]w\w*|increas\w*|climb\w*|doubl\w*|went up|go(?:ing)? up|higher|improv\w*|widen\w*|record|bigger|more profitable)\b"),
    "down": lazy.compile(rf"[下掉][降滑跌挫]|滑落|回落|跌|[大锐暴递]减|减少|降|衰退|萎缩|腰斩|缩[水小减]|低迷|乏力|少[了赚]|转亏|[恶变]化|变[差低少]|失速|不动|乏力|[掉跌滑]出|让[给出]|侵蚀|收窄|下[调修]|调[低降]|削减|\b(?:plung\w+|f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|slump\w*|shr[aiu]nk\w*|tumbl\w*|collaps\w*|went down|go(?:ing)? down|lower\w*|cut(?:s|ting)?|reduc\w+|weak\w*|narrow\w*|worse\w*|smaller|trim(?:s|med)?)\b|{LOSES_THINGS}"),
}


@cache
def happenings(folded: str) -> frozenset[str]:
    """Return what kinds of things a folded text says happened.

    >>> sorted(happenings("工厂为何延后")), sorted(happenings("the opening was put back"))
    (['delay'], ['delay'])
    >>> sorted(happenings("wie gross ist der hafen"))
    []
    """
    return frozenset(kind for kind, pattern in _HAPPENINGS.items() if pattern.search(folded))
