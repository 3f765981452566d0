"""Turns of phrase of chats, put as news has it: 誰在管錢 asks for the CFO, 去年賠了多少 for the loss, "how much did it make" for earnings.

What an asker only says around the question is left out: 我同事一直說, 看不懂, "remind me", "everybody keeps telling me".
Words that mean the same belong in the lexicon; here is what no list of words can tell, for it depends on what stands beside.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.rewrites import Rewrites
from kb import lazy

_START = r"(?:^|(?<=[,，。:：;；!！]))\s*"
_WHEN = "哪一?天|什[麼么][時时]候|[幾几][時时]|何[時时]|[幾几][號号]|哪一?年|哪個月|哪个月"
_WHO = "(?:colleague|coworker|co-worker|teammate|friend|mate|buddy|wife|husband|dad|mum|mom|manager|neighbou?r|uncle|aunt)"
_CHATTER = Rewrites(
    (lazy.compile(said, re.I), plain)
    for said, plain in (
        # What is only said around the question.
        (_START + "(?:欸|誒|诶|哎呀?|唉|嘿|哇|喂|嗯+|[話话][說说]|[對对]了|[講讲][真白]|[說说][真白白]的?|老[實实][說说講讲]|坦白[說说講讲]|不瞞你[說说]|那個|那个)[啊呀喔哦]?[,，、~… ]+", ""),
        (_START + "(?:我|咱|阮)(?:們|们)?(?:家|的|公司|[辦办]公室)?(?:同事|同學|同学|朋友|老婆|老公|爸媽?|爸妈|媽|妈|主管|隔壁|鄰居|邻居|室友|客[戶户])(?:們|们)?(?:一直|都|老是|[剛刚]+才?|昨天|今天|上次|早上|整天)?(?:在|有)?(?:跟我|同我|和我|[對对]我)?(?:[問问講讲說说]我?|提到?|[吵唸念]|[聊傳传])(?:[到說说起著着]|什麼|什么)?[,，:：]?", ""),
        (_START + "(?:我)?(?:有[點点]|[實实]在|真的|完全|都|一直)?(?:看不太?懂|搞不太?懂|[弄搞]不清楚?|想不[通起]來?|想不起来|忘[記记]?了?|[記记]不得|不太?[記记]得|[記记]不清楚?|很?好奇|想?八卦一?下?|看[傻呆]了?)[,，]?(?=[^,，?？])", ""),
        ("(?:[覺觉]得|感[覺觉]|感到)?(?:[蠻蛮很挺滿满好真][地的]?|非常|有[點点些])+(?:有意思|有趣|好奇|[納纳][悶闷]|[訝讶][異异]|意外|[驚惊][訝讶]|不解|疑惑|奇怪|[嚇吓]人)的?(?=[,，])|[嚇吓](?:了|我)?一(?:大)?跳(?=[,，])", ""),
        ("最怕的?是?(?=什[麼么]|啥|哪)", "最擔心的是"),
        ("可[憐怜](?:的|兮兮的?)?|[說说]真的[,，]?|[聽听][說说講讲](?:的)?[,，]?", ""),
        ("說倒就倒", "倒閉"), ("说倒就倒", "倒闭"), ("說裁就裁", "裁員"), ("说裁就裁", "裁员"), ("說關就關", "關閉"), ("说关就关", "关闭"),
        (rf"\b(?:an? |my |our |one of my |some )?{_WHO}s?(?: of mine| at work)?(?: just| always)? (?:keeps? (?:telling me|saying|asking(?: me)?|going on)|says?|said|told me|claims?|swears?|thinks?|reckons?|insists?|mentioned|asked(?: me)?|wants to know|was (?:asking|saying))(?: that| about)?[,:]? ", ""),
        (r"\bremind me(?: again)?[,:]? ?", ""),
        (r"\b(what|who|why|how|where|when) (?:on earth|the hell|the heck|in the world|exactly)\b", r"\1"), (r" again(?=\?*$)", ""),
        ("何[許许]人也?|何方神[聖圣]", "什么来头"),
        # Posts, by what is done in them.
        (rf"({_WHEN})(?:才)?(?:[會会]|要|正式)*(?:走人|走路|[閃闪]人|走(?:的|了)?(?=[呢啊]?[?？]?$))", r"\1卸任"),
        ("(之前|以前|先前|原本|本[來来]|早年|前)(?:是|係)?(?:都)?[在喺](?:哪|邊)(?:[度裡里家間间兒儿]|[個个]公司)?(?:公司)?(?:上班|混|打工|返工|做事|做嘢|[幹干]活)", r"\1在哪工作"),
        ("(最大)的?(?:一?[張张筆笔][單单]子?|一[單单](?=$|[是為为?？,，]))", r"\1的订单"),
        ("[發发]不[發发][錢钱]給股[東东]|[發发]不[發发][錢钱]给股东", "配不配发股利"),
        ("(?:砸|使|用|洗|揼|燒)咗(?:幾多|多少)錢?", "花了多少錢"),
        # Words of chats that news puts otherwise.
        ("每股(?:要|會|会|打算|[準准][備备])?[配派發发](?:多少|[幾几])(?:元|塊|块|[錢钱])?(?:的)?[現现]?金?(?:[給给]股[東东])?", "每股股利多少"),
        ("股市上?(?:一共|[總总]共|[現现]在)*值(?=多少|[幾几])", "市值"), ("[賠赔虧亏蝕蚀](?:[錢钱])?得?最(?:[慘惨]|[兇凶]|狠|[厲厉]害)", "虧損最多"),
        ("到(?:[現现]在|目前|今天|如今)[為为]止", "至今"),
        ("[頭头]一回", "首次"), ("[頭头]一(?=[款部個个台臺條条家批間间座張张隻只])", "首"),
        (r"((?:港|[聯联]|上|深|北)交所|交易所)(?:[門门]口)?排[隊队]", r"\1上市"),
        ("背[後后](?:到底|究竟)?(?:都)?(?:有|是)?(?=[誰谁])", "是"),
        ("哪些省市", "哪些地方"), ("哪[幾几][個个](?=[國国]家|地[區区]|城市|省份)", "哪些"),
        ("[賣卖]到(?:[國国]外|海外|外[國国])", "外銷"), ("[買买]得?最(?:[兇凶]|[猛狠])", "佔比最高"),
        ("(?<=[^,，])[,，](?:到底)?是?卡在[哪那](?:[裡里兒儿]|一[關关])?(?=$|[?？])", "，為什麼"),
        ("(?<![你我他她您])怎[麼么](?:[會会])?(?:想到)?(?:要)?(?:一[轉转][頭头])?(?:就)?跑[去到](?=[^哪])", "為什麼去"),
        ("(?:[幹干][嘛嗎吗]|[為为]什[麼么])(?:非得|非要|偏要|偏偏)", "為什麼"), ("山[溝沟]+(?:[裡里])?", "山區"),
        ("[開开]([^,，?？的]{2,8})的那[位個个](?:老[闆板][娘]?|大姐|大哥)", r"\1的創辦人"),
        ("(?:自己)?把[件案][子]?抽(?:回[來来]|掉)", "撤回申請"), ("怎[麼么](?:就)?(?:[會会])?[黃黄]了", "為什麼失敗"),
        ("自己[開开]的(店|[門门]店|分店|[門门]市)", r"直營的\1"), ("[挨吃](?:了|[過过])?[罰罚](?![單单款])", "被處罰"), ("[吃收](?:[過过了]|到了?)?(多少|[幾几])[張张][單单]子", r"收到\1張罰單"),
        ("是管什[麼么]的", "是什麼職務"), ("油水(?:比[較较]|更|最)?[多足厚]", "利潤率比較高"),
        ("有[幾几][戶户](?:人家)?(?=了|$|[?？])", "有多少用戶"),
        ("跟[著着]倒[楣霉]", "被處罰"), ("[帳账]上(?:最[後后])?打掉", "減值"),
        ("[磨熬](?:了)?(多久|[幾几]年|[幾几][個个]月)(?:才)?(?:[弄做搞拍][得]?出[來来]|下[來来]|拿到|等到)", r"花了\1"),
        ("[預预]估值(?![百千萬万億亿])", "預估"),
        ("案子(?=(?:是)?(?:由)?[誰谁])", "項目"), ("(?:是)?(?:由)?([誰谁])在[帶带](?=$|[,，?？的])", r"由\1牽頭"),
        (r"(?<=[?.,!] )since when(?=\?*$)", "when"), (r"\bCE mark(?:ing)?\b", "CE certification"),
        (r"\b(?:what slice|how (?:big|large) an? (?:slice|chunk|share|portion|part|proportion)) of\b", "what share of"),
        (r"\b(start|begin)s? going out\b", "get delivered"), (r"\b(ha(?:ve|s)) to shift(?= )", r"\1 to sell"),
        (r"\b(producer|director|designer|author|founder|engineer|team|person|people|company) behind\b", r"\1 of"),
        # Sums, by what becomes of the money.
        (r"\bhow much (?:money )?(did|does|do|will) (?!(?:it|they) cost)([^,?]{2,50}?) (?:make|clear|pocket)(?= (?:last|this|in|for|over|during|a year|per year|annually)\b|\W*$)", r"how much \1 \2 earn"),
    )
)


@lru_cache(256)  # a message is read whole and in parts, and by several readers
def without_chatter(text: str) -> str:
    """Return a message without what is only said around its question, and with turns of phrase put as news has them.

    >>> without_chatter("A colleague keeps telling me who on earth runs Kestrane?")
    'who runs Kestrane?'
    >>> without_chatter("How much did Kestrane make last year?"), without_chatter("How many cells will it make?")
    ('how much did Kestrane earn last year?', 'How many cells will it make?')
    """
    for said, plain in _CHATTER.for_text(text):
        shorter = said.sub(plain, text).strip() if plain else said.sub("", text).strip()
        text = shorter if len(shorter) > 1 else text
    return text
