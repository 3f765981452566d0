"""People with Chinese names: after a post or a kinship, before a verb of speaking, in apposition."""

from __future__ import annotations

import re
from functools import cache

from kb import lazy
from kb.discovery.endings import ENDS, HAN_CHAR, earns, told_as_firm
from kb.discovery.english import SOFT_END, STRONG_END
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page, as_printed, han
from kb.sounds import all_readings

SURNAMES = frozenset(
    "凃王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁于余蔡叶杜苏魏程吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦"
    "方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁"
    "尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党傅蒋赖洪宫费卜冷晏"
    "席卫米柏宗区瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝郁慕鄢束郗蔺楼匡展湛粘涂游文薄植习朴逄郜蔚冼楚闫仝荆栗郦逯郄谌仉亢卿"
    "容揭晁茅郏宓亓漆禤诸闻阙鞠巢蒯竺阚訾邰邸钮庹侬冀屠庾廉扈戎晋胥荀茹莘谈钦隗雍雒綦濮浦狄芮储奚嵇贲昝酆邴糜桓暨皮宦郤璩裘伊寿钭植乜练呙木鹿慎贝计杭羿汲乌巴牧厉展毋官蓟韶鄂籍戈衡宣云花凤占"
)
_COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 司徒 东方 慕容 皇甫 尉迟 令狐 夏侯 端木 公孙 南宫 长孙 宇文 张简 范姜 闻人 百里 东郭 呼延 西门 澹台 申屠 轩辕 钟离 鲜于 赫连 独孤 万俟 淳于 濮阳 "
    "公良 公冶 公羊 公西 宗政 太叔 单于 仲孙 闾丘 司空 司寇 颛孙 巫马 漆雕 乐正 壤驷 拓跋 夹谷 宰父 谷梁 段干 梁丘 左丘 东门 南门 微生 羊舌 亓官 即墨 贺兰 完颜 纳兰 "
    "田口 田中 佐藤 铃木 高桥 渡边 伊藤 山本 中村 小林 加藤 吉田 山田 山口 松本 井上 木村 清水 山崎 中岛 池田 阿部 桥本 石川 前田 藤田 小川 冈田 后藤 村上 近藤 石井 坂本 远藤 "
    "青木 藤井 西村 福田 太田 三浦 藤原 松田 中川 原田 小野 田村 竹内 和田 中山 石田 上田 森田 柴田 酒井 工藤 宫崎 横山 内田 高木 安藤 谷口 大野 丸山 今井 河野 村田 武田 上野 杉山 "
    "增田 浅野 大西 久保 岛田 新井 杉本 古川 水野 樱井 市川 北村 服部 矢野 星野 关口 片山 西川 白石 堀内 松永 永井 早川 荒井 柳田 黑田 泽田 安倍 麻生 岸田 石破 户田 内藤 须藤 筱原 "
    "平野 大塚 岩崎 野口 松尾 菊地 野村".split()
)
_FIRSTS = SURNAMES | {name[0] for name in _COMPOUND}
_FIRM_GIVEN = lazy.compile(rf"(?:{ENDS})")  # 浅野|汽船
_DOUBTFUL = frozenset(
    "毕区于任时从向同以后及常成连经全应方高管安和解商明关单车项可季简查游华路师金曾司古时容诸闻冀屠廉晋谈钦阙巢茹浦储暨皮伊寿宫计宣牧展官籍云花凤占"
)  # surnames that begin everyday words
_NEVER_ALONE = frozenset("毕简华司古容诸闻冀屠廉晋钦阙巢茹浦储暨皮伊寿宫游安商明季康")  # of the doubtful those that are no words by themselves
_NO_LAST = frozenset("担没须需因后未却认确则也亦还又曾于在和与对就已将说称回等及以为的了今昨现共都某被于并任把从自这那让向给当表")
_NO_SECOND = frozenset("面法向式案才便此后时间外内部门分司人家们场")  # 方面, 方法: words that stand before a verb of saying
_GOES_ON = frozenset("让把给向被将任")  # of these the ones that never end a clause: 阮清让1974年生于湖南
_JOINS = frozenset("和为与于以从自向把给让被")
_GIVEN = frozenset("大小新元达成中家万")  # of them given names are made too: 姬大成
_FOLLOWS = frozenset("到去来靠凭该要能会只才更最仍却再先则用拿带使令做当赴转入出留")  # more often the verb behind a name than the end of one
_IDIOM = 4  # characters
_REST = 5  # characters behind a name
_RUN = 8  # characters that a name and what follows are read from
# What a name costs beside everyday words (`Page.costs`): few have but two characters. How much clearer a reading with one must be.
_NAME_COSTS, _CLEARER = {2: 4.2, 3: 2.9}, 3.5
# Words behind a name whose first character may be taken for its last: 韩朔原是.
_GOES_BEFORE = frozenset("一直 一度 一起 一同 一行 担任 正在 原是 原为 原任 原来 原本 原先 原在 早年 早前 本是 年仅 日前 此前 昨日 近日 去年".split())
_ROLES = (
    "联合创始人|联合创办人|创始人|创办人|首席[^,。;\\s]{2,4}官|执行长|董事长|副董事长|副总(?!经理|裁|监)|主管|学者|总裁|副总裁|行政总裁|总经理|副总经理|总监|财务长|技术长|营运长|研发长|人资长|投资长|业务长|行销长|法务长|风控长|数据长|品牌长|生产长|制造长|科学家|"
    "首席[^,。;\\s]{2,5}师|分析师|分析员|评论员|经济学家|主任|院长|教授|博士|秘书长|董秘|董事会秘书|执行董事|独立董事|发言人|负责人员|负责人|合伙人|主席|副主席|行长|副行长|会长|理事长|局长|部长|校长|"
    "店长|厂长|总工程师|工程师|总?精算师|作曲家|导演|编剧|商品长|采购长|专家(?![组团委库级型评们门意建学系])|厂务长|协理|副理|襄理|处长|科长|课长|组长|所长|社长|台长|园长|馆长|策展人|船长|机长|护士长|[主总助]?教练|助理教练|特助|领队|助教|队长|球员|门将|总编|商品长|策略长|产品长|资讯长|[^,。;\\s]学家|(?:企业|实业|发明|收藏|银行|慈善|育种|音乐|艺术|评论|投资|创业|探险|环保|活动|策略|教育|美食|茶道|园艺|书法|雕塑)家|制作人|经理|设计师|大股东|控股股东|实控人|实际控制人|[工匠]匠|匠人|研究员|医师|医生|律师|主厨|主编|总编辑|监制|院士|高管|出版人|高层(?!会|次|建|楼|住|人[士事])|老将|元老|店主|歌手|演员|作家|画家|摄影师|独董|监事(?!会)|公司秘书|总座|掌门人|掌门|老板|东主|董座|自然人|当事人|农艺师|[兽药营]医?师|[酿调酒香律牧]\\S?师|[茶果棉花菜粮瓜]农|员工|教师|讲师|老师|议员|立委|市长|县长|署长|次长|指挥|代表(?![人会大队作性权])|司机|焊工|友人|网友(?!们)|广告人|研究主管|策略师|接班人|代表人|代言人|站长|书记|会计师(?!事务)|架构师|训练师|技师|司长|厅长|区长|镇长|州长|团长|检察官|法官|警官|顾问|主程[式序]|董事(?![会局长总])|(?:保荐)?代表人|保代|商人|作者|[影乐书剧食酒股球时]评人|评论人|经纪人|发起人|(?<=[行业内深场律融资])人士|官员|记者会主持人|操盘手|掌柜|ceo|cfo|cto|coo|cso|cmo|首席|投资人|经理人"
)
_ROLE = lazy.compile(
    rf"(?:{_ROLES})(?:[兼暨及、和](?:{_ROLES}))*(?:助理(?![教总经副])|特助)?(?:之一的?)?(?:是|为(?![何此])|:|叫|由|换成|一职由)? ?(?:夫妻档|夫妇|兄弟|父子|姐弟档?|姊弟档?|兄妹档?|姐妹档?|姊妹档?|兄弟档|拿督斯里|拿督|丹斯里)?(?=(?P<of>{HAN_CHAR}{{1,4}}人)?.)"
)
_KIN = lazy.compile(
    r"(?:夫妻|姐弟|姊弟|兄妹|姐妹|姊妹|兄弟|父子|父女|母女|母子)档|师傅(?![们傅])|同乡|老乡|学[长姐弟妹]|伯[父母]|叔[父叔]|舅[父舅]|姑[父姑]|祖[父母]|外[公婆]|爷爷|奶奶|恩师|同窗|下属|部下|师兄|师弟|师姐|师妹|校友|室友|发小|男友|女友|徒弟|其[子女妻夫父母弟兄](?![儿亲婿公])|之[父母妻夫弟兄]|长子|次子|长女|次女|配偶|太太|夫人|胞弟|胞兄|胞姐|胞妹|堂弟|表弟|侄子|外甥|女婿|儿媳|岳父|父亲|母亲|同学|妻子|丈夫|搭档|女儿|儿子|之子|弟弟|哥哥|姐姐|妹妹|学生|同事|好友|导师|\d{2}岁的|[5-9]\d后的|[5-9]\d年代出生的|前任|(?:接[替任手掌棒班](?:[他她其]|公司|该职|此职)?的|取代[他她其]的|(?:继任|接任|接替|接棒)[者人]|接班人|新任)(?:人选)?(?:则|正)?[是为]|继任者|任命|委任|聘请|聘任|改由|[,。;\n]由(?!于)"
)
# 現任技術長的方某某, 出任總經理的某某: whoever is in a post.
_IN_POST = lazy.compile(
    rf"(?:现任|时任|现为|担任|出任|升任|接任|兼任|曾任)[^,。;]{{0,10}}?(?:{_ROLES})的(["
    + "".join(sorted(_FIRSTS))
    + rf"]{HAN_CHAR}{{1,2}})(?=[,。;、()和与及]|以及)"
)
_WHO_TOOK = lazy.compile(rf"(?:现任|时任|现为|担任|出任|升任|接任|兼任|曾任)[^,。;]{{0,10}}?(?:{_ROLES})的(?=.)")  # 接任董事长的|区永定出身
_MASTER = lazy.compile(r"(?<=[^,。;\s老律教大][^,。;\s])师(?![傅生范徒资团事])(?:是|为(?![何此])|:|叫)? ?(?=.)")  # 理算師向榕, 营养师
_SPEAKS = lazy.compile(
    r"(?:^|[」”\"』,。;:\n])(["
    + "".join(sorted(_FIRSTS))
    + rf"]{HAN_CHAR}{{1,3}}?)(?=说[,。:道]|(?:也|曾|本)?是(?:公司|集团|该公司)?的?(?:{_ROLES})(?:[,。、;]|$)|坦言|回忆|笑称|笑说|直言|自嘲|告诉|(?:如今|目前|后来|随后|当时|此前)?(?:现任|曾任|历任|出任|接任|升任|毕业于|出生|生于)|(?:如今|后来)担任|今年\d\d岁|,\d{{4}}年生|,\d+岁|任(?:[^,。;何务意]{{0,6}}(?:{_ROLES}))"
    rf"|因(?:到龄|年龄|健康|身体|个人|家庭|工作)[^,。;]{{0,10}}?(?:卸|离|辞|退)|(?:负责|管|掌管|主管)[^,。;]{{1,10}},[现后]?任|(?:去年|今年|前年|日前|随后|后来)(?:离开|离职|辞[职去任]|卸任|创[办立]|加[入盟]|接[任替手]|出任|转投)|(?:将|已)(?:于[^,。;]{{1,8}})?(?:卸任|离任|离职|接任|出任|加盟|退休)|尚未从|[小大][他她][一二两三四五六七八九十]+岁)"
)
_APPOSED = lazy.compile(
    r"[,。;:\n](["
    + "".join(sorted(_FIRSTS))
    + rf"]{HAN_CHAR}{{1,2}})(?=[,(](?:现任|时任|原)?[^,。;()]{{0,12}}?(?:{_ROLES})[,。;)])"
)
_MADE_BY = lazy.compile(
    "由(["
    + "".join(sorted(_FIRSTS))
    + rf"]{HAN_CHAR}{{1,2}})(?=于\d|在{HAN_CHAR}{{0,6}}[创成]|出任|担任|接任|创[立办]|执掌|掌舵|领导|领衔|操刀|主导|自\d|[与和及、][^,。;]{{2,24}}(?:创[立办]|成立|创建|发起))"
)
# 聘有二十年封裝經驗的祁仲謀出任…: what somebody brings along, or how they come or go, stands before the name.
_BROUGHT = lazy.compile(
    "(?:经验|背景|资历|履历|出身|外聘|空降|退休|离任|卸任|离职|辞职|(?:出身|来自|毕业于)[^,。;的]{2,12})的(["
    + "".join(sorted(_FIRSTS))
    + rf"]{HAN_CHAR}{{1,2}})(?=出任|担任|接任|接替|接掌|接手|接棒|执掌|就任|升任|负责|主管|任(?!何|务|意)|[,。]|在|于|自\d|从\d|\d{1,2}月)"
)
# 負責芯片的顧以南和負責軟件的裴松: what somebody sees to stands before the name.
_SEES_TO = lazy.compile("(?:负责|主管|分管|掌管)[^,。;的]{1,10}的([" + "".join(sorted(_FIRSTS)) + rf"]{HAN_CHAR}{{1,2}})(?=[和与及、,。;(在]|一[起同]|先后)")
# 他和何牧、…: with whom somebody does something.
_WITH_THEM = lazy.compile("[他她][和与同跟]([" + "".join(sorted(_FIRSTS)) + rf"]{HAN_CHAR}{{1,2}})(?=[、,]|和{HAN_CHAR}|在|一[起同]|两人)")
# 與戴以青共同創辦: with whom a firm was begun.
_BEGAN_WITH = lazy.compile("[与和同跟]([" + "".join(sorted(_FIRSTS)) + rf"]{HAN_CHAR}{{1,2}})(?=(?:两人|二人)?(?:共同|合伙|合资|一起|一同|联手|联合)(?:创|成立|开|办|发起))")
# 1998年宋以瑾在廈門開的民宿: a year and a deed around a name that is no word.
_IN_A_YEAR = lazy.compile("(?:19|20)\\d\\d年(?:\\d{1,2}月)?([" + "".join(sorted(SURNAMES - _DOUBTFUL)) + rf"]{HAN_CHAR}{{2}})(?=在[^,。;]{{2,12}}?(?:开|创|办|成立)|创[办立建]|接[手掌任]|辞去|离开|加入)")
_TITLED = lazy.compile(
    r"(?:[,。;:、「“\n]|[和与及由是为])([" + "".join(sorted(_FIRSTS)) + rf"]{HAN_CHAR}{{1,2}})(?=先生|女士|爵士|博士|教授|院士|医生|医师|律师)"
)
TELLS = "表示|指出?|称|说|认为|透露|坦言|强调|解释|预[计期料测]|估计|回应|坚称|补充|承认|直言"
# 德盈證券袁慧琪上調目標價: whoever stands between a house and a view.
_FIRMS_OWN = lazy.compile(
    "(?:证券|资本|投顾|投信|研究|咨询|顾问|基金|国际|银行|期货|资管|创投|保险|事务所|公司)的?(["
    + "".join(sorted(SURNAMES - _DOUBTFUL))
    + rf"]{HAN_CHAR}{{2}})(?=(?:则|也|亦|却|仍|就)?(?:觉得|相信|看来|上[调修]|下[调修]|维持|给予|首予|重申|对此|看[好淡法]|提醒|分析|判断|建议|警告|推算|[较更最]?(?:乐观|悲观|保守|审慎|谨慎)|持[^,。;]{{2,6}}(?:看法|态度|立场)|{TELLS}))"
)
# 從手機行業挖來錢以寧主管智能駕駛: whom a firm takes on, what they were between perhaps.
_HIRED = lazy.compile(
    "(?:挖来|挖角|请来|聘来|延揽|招来|招揽|引进|网罗|邀来|提拔|起用|任用)(?:了|到)?(?:[^,。;]{0,14}的)?(["
    + "".join(sorted(_FIRSTS))
    + rf"]{HAN_CHAR}{{1,2}})(?=任(?!何|务|意)|担任|出任|主管|负责|执掌|掌管|操刀|主持|接[任掌手]|加入|为[^,。;]|[,。;])"
)
# 前官員哈特韋爾(Daniel Hartwell): a name spelt out behind a post, with what it spells.
_SPELT_OUT = lazy.compile(r"(?<=[\u3400-\u9fff])\(([A-Z][a-zà-ž]+(?: [A-Z][\w’'.-]*){1,2})\)")
_POST_FIRST = lazy.compile("(?:顾问|管家|经理|项目|主编)(?=.)")  # 首席顾问|卓未然
_TELLS_NEXT = lazy.compile(TELLS)
# 對話璣衡量子郁聞川:…: whom a headline says was spoken with, behind the firm or not.
_INTERVIEWED = lazy.compile("(?:对话|专访|对谈|访谈|独家访|访问)[^\\n:,。;|]{0,16}?([" + "".join(sorted(_FIRSTS)) + rf"]{HAN_CHAR}{{1,2}})(?=[:|])")
_BEGUN = lazy.compile("(?:^|[,。;:!?「」“”\n])(?=[" + "".join(sorted(_FIRSTS)) + "])")
_IN_ITS_YEAR = lazy.compile(r"[于在自]\d")  # 巫克让|于1994年创立: what may go on into a verb ends the name before a year
# What names from elsewhere are written with.
SPELLS_OUT = frozenset(
    "阿埃艾爱安昂奥巴白班邦包鲍保贝本比彼毕宾波伯博勃布查茨达戴黛丹当道德登邓迪狄蒂蒂丁杜多顿厄恩尔法凡范菲费芬丰佛弗夫福富盖戈格葛古瓜圭哈海汉豪赫黑亨侯胡华怀霍基吉季加嘉贾简杰金卡凯坎康"
    "考柯科克肯孔库奎昆拉莱赖兰朗劳勒雷蕾里李理丽利莉莲廉列林琳龙隆卢鲁伦罗洛吕马玛麦曼芒毛梅门蒙米密敏明缪摩莫默姆穆拿娜纳奈南内尼涅妮宁纽农努诺欧帕潘佩彭蓬皮平珀普奇齐恰强乔切琴丘屈让日荣"
    "茹儒瑞若撒萨塞赛桑瑟森沙莎尚绍舍申圣施什史士舒朔丝思斯松苏索塔泰坦汤唐陶特滕提廷图托瓦娃旺威韦维魏温文翁沃乌伍武西希席夏香肖谢欣辛休修许雅亚延扬耶叶伊依因英永尤约赞翰易罕琳珊琪卜泊捷蓓薇露璐都泽扎詹珍朱佐兹子"
)
_SPELLS_LEAST, _SPELLS_MOST = 2, 6  # characters of a name that is spelt out
_LEAST_BESIDE, _UNLIKE_WORDS = 3, 6.0  # characters; a name has fewer where both are no words (`Page.costs`)
_AGAIN = 2  # parts of a text that begin with a name
_FIRMS = ("集团", "务集团", "务股份", "控股", "公司", "股份", "科技", "电子", "食品", "实业", "银行", "资本", "汽车", "生物")
_OF_FIRMS = lazy.compile(r"成立于|(?:宣布)?完成[^,。;]{0,8}轮|上线|在全国|前身|旗下|股价|市值|母公司|子公司")
_AFTER_PERSON = frozenset(
    "比罚获遭请致评估须需则表说指认称在告透介预强坦于曾和与也则对是被将拟已因从自为以向把给等现共的亦还并任担料解补回宣分直写提当出离辞卸接率带领持创就及、兼均又再先亲届应屆昨今在之未没"
)
# 58岁的柏霖仪器(Bolin)董事长: what a post is held at is a firm.
_FIRM_NEXT = lazy.compile(rf"(?:{ENDS})+(?:\([^()]{{2,40}}\))?(?:的|(?:联合|共同))?(?:创始人|创办人|副?董事长|副?总裁|副?总经理|执行长|ceo)|(?:{ENDS})(?:{ENDS})*(?:集团|股份|控股|公司|有限公司)|会计师事务所|律师事务所|律师行|证券|银行|集团|科技|股份|有限公司")
_FOREIGN = lazy.compile(
    rf"(?<![·・])({HAN_CHAR}{{1,10}})[·・]((?:{HAN_CHAR}{{1,5}}[·・]){{0,2}}{HAN_CHAR}{{2,6}})(?![·・])"
)
_IN_LATIN = lazy.compile(r" ?[(（]((?:[A-Z][A-Za-z'’.-]* ){1,3}[A-Z][A-Za-z'’-]+)[)）]")
_PERSON_RIGHT = lazy.compile(
    r"表示|说|称|指出|认为|告诉|透露|在|介绍|坦言|强调|担任|出任|博士|先生|女士|小姐|爵士|[,。、()]|$|[的为和与是曾则也被将对等于及最更却仍还才都较]"
)


@cache
def syllables() -> frozenset[str]:
    """Return the pinyin of all family names."""
    return frozenset(r for s in SURNAMES for r in all_readings(s))


def people(page: Page, found: Found) -> None:
    """Add the people whom a post, a kinship or a verb introduces."""
    for pattern in (_ROLE, _KIN, _MASTER):
        for match in pattern.finditer(page.folded):
            places = (match.end("of"), match.end()) if pattern is _ROLE and match["of"] else (match.end(),)  # 闻人敏
            for at in places:  # both of 创始人晏清和夫人甘棠
                if name := _person_at(page, at) or _with_a_word(page, at) or (by_the_rest(page, at) if pattern is not _KIN else None):
                    found.add("person", zh=page.text[at : at + len(name)])
                    _beside(page, found, at + len(name))
    for match in _WHO_TOOK.finditer(page.folded):
        if name := _person_at(page, match.end()) or _with_a_word(page, match.end(), sure=True) or by_the_rest(page, match.end()):
            found.add("person", zh=page.text[match.end() : match.end() + len(name)])
    for pattern in (_SPEAKS, _APPOSED, _MADE_BY, _BROUGHT, _TITLED, _INTERVIEWED, _IN_POST, _FIRMS_OWN, _HIRED, _SEES_TO, _WITH_THEM, _BEGAN_WITH, _IN_A_YEAR):
        for match in pattern.finditer(page.folded):
            if is_person(page, match.group(1)):
                found.add("person", zh=page.text[match.start(1) : match.end(1)])
                if pattern is _MADE_BY:
                    _beside(page, found, match.end(1))
    for match in _FOREIGN.finditer(page.folded):
        _foreign(page, found, match)
    for match in _SPELT_OUT.finditer(page.text):
        _spelt_out(page, found, match)
    _spoken_of(page, found)


def _beside(page: Page, found: Found, end: int) -> None:
    """Add those who stand beside a person: 丁亦寒、柏芷若."""
    while page.folded[end : end + 1] in tuple("、和与及"):
        name = _person_at(page, end + 1)
        if not name or page.word(name[:2]) or (len(name) < _LEAST_BESIDE and page.costs(name)[-1] < _UNLIKE_WORDS):
            return
        found.add("person", zh=page.text[end + 1 : end + 1 + len(name)])
        end += 1 + len(name)


def _spoken_of(page: Page, found: Found) -> None:
    """Whom a text is about needs no introduction: a person's name that parts of it begin with, again and again."""
    begun: dict[str, list[int]] = {}
    for match in _BEGUN.finditer(page.folded):
        name = _person_at(page, match.end())
        if name and len(name) > 2:
            begun.setdefault(name, []).append(match.end())
    for name, places in begun.items():
        known = any(name in n or n in name for n in found.by_name)
        firm = any(earns(page, at, at + len(name)) for at in places) or _a_firm(page, name)
        if len(places) >= _AGAIN and not known and not firm and not page.plain(name):
            found.add("person", zh=page.text[places[0] : places[0] + len(name)])


def _a_firm(page: Page, name: str) -> bool:
    """Whether a name that a person may have is a firm's: 冷链物流商栗鲜达, 栗鲜达成立于2017年."""
    return any(_OF_FIRMS.match(page.folded, at + len(name)) for at in page.places(name))


def _person_at(page: Page, at: int) -> str | None:
    """The folded name of a person that begins at `at`, when what follows lets it end there."""
    compound = page.folded[at : at + 2] in _COMPOUND
    if page.word(page.folded[at : at + _IDIOM]):
        return None  # 老板白手起家
    for size in range(4 if compound else 3, 1, -1):
        name, after = page.folded[at : at + size], page.folded[at + size : at + size + 2]
        if after[:1] in ("·", "・") or _FIRM_NEXT.match(page.folded, at + size):
            return None
        if _too_long(page, name, at, compound):
            continue
        ends = not after or not han(after[0]) or after[0] in _AFTER_PERSON or page.word(after) or after in _GOES_BEFORE or after[1:] in tuple("了过着")
        if (page.term(name) and len(name) > 2) or (name.endswith("成") and after.startswith("为")):
            return None
        if size == 3 and name[-1] in _JOINS and (after[:1] in tuple("说表称指透认坦强") if name[-1] == "和" else _TELLS_NEXT.match(page.folded, at + size)) and is_person(page, name[:2]):
            return name  # 崔永和說, 邵可為透露: what joins one thing to another stands before no verb of saying
        if size == 3 and name[-1] in _JOINS and page.folded.count(name) > 1 and page.folded.count(name) == page.folded.count(name[:2]) and is_person(page, name[:2]):
            return name  # 祝清和, who is never 祝清; 俞可为
        if name.endswith("来") and after.startswith("自"):
            continue  # 叶蓁来自中金: she came from there
        if size == 2 and name[0] in _DOUBTFUL and after and han(after[0]) and after[0] not in _AFTER_PERSON:
            continue  # 单店|月销
        if len(name) == size and ends and is_person(page, name, size > 2 and (not han(after[:1] or " ") or _IN_ITS_YEAR.match(after) is not None)):
            return name
        if size == 3 and _told_of(page, name, at):
            return name
    return None


def _too_long(page: Page, name: str, at: int, compound: bool) -> bool:
    """Whether the last character that may be a name's is rather of what follows."""
    size, next_one = len(name), page.folded[at + len(name) : at + len(name) + 1]
    if size > 2 and name[-1] + next_one in _GOES_BEFORE:
        return True
    if size == 3 and page.word(name[:2]) and (name[-1] == "地" or page.word(name[-1] + next_one)):
        return True  # 何时|卸任, 宁静地|离开
    if size <= 2 + compound:
        return False
    joined = name[-1] in _AFTER_PERSON and page.folded.count(name[:-1]) > page.folded.count(name) and is_person(page, name[:-1])
    return joined or _ends_sooner(page, name, at)  # 乐正昀 因年龄原因; 闻人珉 上任, 单野 接手


def _with_a_word(page: Page, at: int, sure: bool = False) -> str | None:
    """The name at a place behind a post whose given part is a word, where its first character cannot stand alone: 合夥人安知曉.

    `sure`: nothing but a person can follow, so that it may be any surname.
    """
    name, after = page.folded[at : at + 3], page.folded[at + 3 : at + 5]
    alone = name[:1] not in (SURNAMES if sure else _NEVER_ALONE)
    odd = not alone and len(name) > 2 and page.word(name[1:]) and not (page.word(name[:2]) or page.word(name) or page.term(name[1:]))
    ends = not after or not han(after[0]) or after[0] in _AFTER_PERSON or page.word(after)
    light = not sure and not LIGHT.isdisjoint(name[1:]) and not _TELLS_NEXT.match(page.folded, at + 3)  # 研究员明小幅, but 研究员季小雪认为
    return name if odd and ends and all(map(han, name)) and not light and name[-1] not in _NO_LAST else None


def by_the_rest(page: Page, at: int) -> str | None:
    """The folded name of a person that begins at `at`, told by how its characters and what follows read as everyday words.

    For places where a name is due, whatever verb follows: 創辦人程守田|靠一口鐵鍋. None where the words make sense without a name.
    """
    run = next((r for n in range(_RUN, 1, -1) if all(map(han, r := page.folded[at : at + n]))), "")
    compound = run[:2] in _COMPOUND
    if (not compound and (run[:1] not in SURNAMES or run[:1] in _DOUBTFUL or page.word(run[:2]))) or page.word(run[:_IDIOM]):
        return None
    plain = page.costs(run)[-1]
    choices = []
    for size in (3, 4) if compound else (3, 2):
        name, rest = run[:size], run[size:]
        if len(name) < size or _FIRM_NEXT.match(page.folded, at + size) or page.folded[at + size : at + size + 1] in ("·", "・"):
            return None
        if is_person(page, name) and not page.term(name) and not (size > 2 + compound and name[-1] in _FOLLOWS):
            choices.append((_NAME_COSTS[size - compound] + page.costs(rest)[-1], name))
    cost, name = min(choices, default=(plain, ""))
    spelt = SPELLS_OUT.issuperset(run[: len(name) + 1])  # 史蒂夫|乔布斯
    return name if name and not spelt and cost + _CLEARER <= plain and any(c not in LIGHT and c not in PARTICLES for c in name[1:]) else None


def _ends_sooner(page: Page, name: str, at: int) -> bool:
    """Whether the last character that may be a name's goes better with what follows: 鍾離皓|致辭, but 姬大成|家族."""
    end = at + len(name)
    rest = next((r for n in range(_REST, 0, -1) if (r := page.folded[end : end + n]) and all(map(han, r))), "")
    if not rest or not page.word(name[-1] + rest[0]) or not is_person(page, name[:-1]):
        return False
    whole = list(page.places(name))
    if len(whole) > 1 and page.folded.count(name[:-1]) == len(whole) and len({page.folded[p + len(name) : p + len(name) + 1] for p in whole}) > 1:
        return False  # 姜铭远因, 姜铭远将: nobody is called 姜铭 elsewhere
    return page.costs(name[-1] + rest)[-1] < page.costs(rest)[-1]


def _told_of(page: Page, name: str, at: int) -> bool:
    """Whether three characters that begin like a word can only be who speaks: 執行董事方志衡表示."""
    odd = name[0] in SURNAMES and name[0] in _DOUBTFUL and page.word(name[:2]) and not page.word(name[1:]) and not page.word(name)
    rest = page.folded[at + 2 : at + 4]  # 方面表示, where 方志衡表 would be no word
    return odd and bool(_TELLS_NEXT.match(page.folded, at + 3)) and name[2] not in _NO_LAST and not page.word(rest) and name[1] not in _NO_SECOND


def is_person(page: Page, name: str, ended: bool = False) -> bool:
    """Whether a folded Chinese name can be that of a person; `ended`: no character goes on behind it."""
    compound = name[:2] in _COMPOUND
    given = name[2:] if compound and len(name) > 2 else name[1:]
    doubtful = name[0] in _DOUBTFUL and not (compound and len(name) > 2)  # 司, but not 司徒
    if (len(name) > 3 or name[0] not in SURNAMES) and not compound:
        return False
    if (
        not all(map(han, name))
        or (name[-1] in _NO_LAST and not (ended and name[-1] in _GOES_ON))
        or (len(name) == 2 and name[1] in "先女家")
        or (name[0] == "和" and given[0] in "一两二三四五六七八九十")  # 四名同事和一張信用卡
        or any(c in "某的了们总氏" for c in name)
        or _POST_FIRST.match(name)
        or (compound and (_FIRM_GIVEN.fullmatch(given) or (len(name) == 2 and any(_FIRM_GIVEN.match(page.folded, at + 2) for at in page.places(name)))))
    ):
        return False
    if (
        page.word(name)
        or given in ("先生", "女士", "小姐", "教授", "博士")
        or (len(name) == 3 and doubtful and page.word(name[:2]))
    ):
        return False
    if all(c in LIGHT or c in PARTICLES for c in given) and len(given) > 1 and not (_GIVEN.issuperset(given) and page.folded.count(name) > 1):
        return False
    if any(name + end in page.folded for end in _FIRMS):
        return False  # 麦田, where there is a 麦田集团
    return not (doubtful and len(given) > 1 and page.word(given))


def spells_out(name: str) -> bool:
    """Whether a folded name is written with nothing but what names from elsewhere are written with."""
    return SPELLS_OUT.issuperset(name)


def _spelt_out(page: Page, found: Found, match: re.Match[str]) -> None:
    """A transliterated name without a point behind a post, told by the Latin one in brackets."""
    run = page.run(match.start(), 14)
    role = last_role(run + "x")
    name = run[role:] if role else ""
    while role and 0 < (more := last_role(name + "x")) < len(name):
        name = name[more:]
    if _SPELLS_LEAST <= len(name) <= _SPELLS_MOST and SPELLS_OUT.issuperset(name) and not STRONG_END.search(match[1]) and not SOFT_END.search(match[1]):
        found.add("person", zh=page.text[match.start() - len(name) : match.start()], en=match[1])


def last_role(run: str) -> int:
    """Return where in folded words the last post they name ends, with whose country it is told: 執行長西班牙人; 0 where they name none."""
    last = next(reversed(list(_ROLE.finditer(run))), None)
    return 0 if last is None else last.end("of") if last["of"] else last.end()


def _foreign(page: Page, found: Found, match: re.Match[str]) -> None:
    """A transliterated name such as 伊莫金·塔兰特, its beginning told by the role or the mark before it."""
    before, rest = match.group(1), match.group(2)
    role = last_role(before + "·")
    begin = match.start(1) + max(role, *(before.rfind(c) + 1 for c in "是和与及有由叫"))
    first = page.folded[begin : match.end(1)]
    spelt = len(first)
    while spelt and first[spelt - 1] in SPELLS_OUT:
        spelt -= 1
    if 0 < spelt < len(first) and (page.plain(first[:spelt]) or first[spelt - 1] == "的"):
        begin, first = begin + spelt, first[spelt:]  # 委任湯·韋迪加
    if not 1 <= len(first) <= 5 or (begin == match.start(1) and page.run(begin)) or first[0] in "之有等":
        return
    at = len(rest) - len(rest.rpartition("·")[2])
    whole = next((n for n in range(at, len(rest) + 1) if n == len(rest) or rest[n] not in SPELLS_OUT), at)
    whole -= 2 * rest[at:whole].endswith(("博士", "先生", "女士", "小姐", "爵士"))
    sizes = range(at + 2, len(rest) + 1)
    for size in (*((whole,) if whole >= at + 2 else ()), *sizes):
        after = page.folded[match.start(2) + size : match.start(2) + size + 4]
        if rest[size - 1] not in _NO_LAST and (
            not after or _PERSON_RIGHT.match(after) or ((role or size == whole) and page.word(after[:2]))
        ):
            last = as_printed(page, rest[at:size])
            alone = page.folded.count(rest[at:size]) > page.folded.count("·" + rest[at:size])
            alone = alone and not any(told_as_firm(page, place) for place in page.places(rest[at:size]))  # 制造商克罗恩特
            latin = _IN_LATIN.match(page.text, match.start(2) + size)
            found.add("person", page.text[begin : match.start(2) + size], latin[1] if latin else "", (last,) if alone else ())
            return
