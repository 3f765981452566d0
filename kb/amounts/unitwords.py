"""The words for currencies, units and counted things, as data; `kb.amounts.units` makes patterns of them."""

from __future__ import annotations

import re
from decimal import Decimal

from kb.amounts.folding import table

CURRENCY = {
    "CNY": "人民幣 RMB CNY CN¥ ¥ 元人民幣 元 圓 塊錢 yuan renminbi", "USD": "美元 美金 US$ USD $ dollar",
    "HKD": "港元 港幣 HK$ HKD 港圓", "TWD": "新台幣 台幣 NT$ TWD NTD 元新台幣", "JPY": "日圓 日元 JPY JP¥ yen",
    "EUR": "歐元 € EUR euro", "GBP": "英鎊 £ GBP pound", "KRW": "韓元 韓圓 KRW ₩ won",
    "SGD": "新加坡元 新加坡幣 新元 新幣 坡幣 坡元 S$ SGD",
    "AUD": "澳元 澳幣 A$ AUD", "CAD": "加元 加幣 加拿大元 C$ CAD", "CHF": "瑞士法郎 瑞郎 CHF", "INR": "印度盧比 盧比 ₹ INR rupee",
    "RUB": "盧布 RUB ruble rouble", "MYR": "令吉 林吉特 馬幣 馬來西亞令吉 馬來西亞林吉特 MYR ringgit", "THB": "泰銖 THB baht",
    "SEK": "瑞典克朗 SEK kronor", "NOK": "挪威克朗 NOK", "DKK": "丹麥克朗 DKK", "ISK": "冰島克朗 ISK", "CZK": "捷克克朗 CZK koruna",
    "IDR": "印尼盾 印尼盧比 印度尼西亞盾 IDR rupiah", "VND": "越南盾 越盾 VND dong", "PHP": "菲律賓披索 菲律賓比索", "KHR": "瑞爾 KHR", "MMK": "緬元 緬幣 MMK kyat",
    "BRL": "巴西雷亞爾 雷亞爾 巴西里爾 BRL reais", "MXN": "墨西哥比索 墨西哥披索 MXN", "ARS": "阿根廷比索 阿根廷披索", "CLP": "智利比索 智利披索 CLP", "COP": "哥倫比亞比索 哥倫比亞披索",
    "ZAR": "南非蘭特 蘭特 南非幣 ZAR", "EGP": "埃及鎊 EGP", "NGN": "奈拉 NGN naira", "KES": "肯尼亞先令 肯亞先令 KES",
    "AED": "迪拉姆 阿聯酋迪拉姆 迪爾汗 AED dirham", "SAR": "沙特里亞爾 沙烏地里亞爾 沙地里亞爾", "QAR": "卡塔爾里亞爾 卡達里亞爾 QAR", "KWD": "科威特第納爾 KWD",
    "ILS": "謝克爾 新謝克爾 ILS shekel", "TRY": "土耳其里拉 里拉 lira", "NZD": "紐元 紐幣 紐西蘭元 新西蘭元 NZD",
    "PLN": "茲羅提 波蘭茲羅提 PLN zloty zlotys", "HUF": "福林 匈牙利福林 HUF forint", "RON": "羅馬尼亞列伊 RON", "UAH": "格里夫納 UAH hryvnia", "KZT": "堅戈 KZT tenge",
    "PKR": "巴基斯坦盧比 PKR", "LKR": "斯里蘭卡盧比 LKR", "BDT": "孟加拉塔卡 塔卡 BDT taka", "MOP": "澳門元 澳門幣 MOP", "MNT": "圖格里克 MNT",
}  # fmt: skip
MONEY = {word: code for code, words in CURRENCY.items() for word in words.split()}
MONEY |= {"US dollar": "USD", "U.S. dollar": "USD", "Hong Kong dollar": "HKD", "NT dollar": "TWD"}
MONEY |= {"New Taiwan dollar": "TWD", "Chinese yuan": "CNY", "Japanese yen": "JPY", "Korean won": "KRW"}
MONEY |= {"Danish kroner": "DKK", "Danish crown": "DKK", "Norwegian kroner": "NOK", "Norwegian crown": "NOK", "Swedish crown": "SEK"}
MONEY |= {"Philippine peso": "PHP", "Mexican peso": "MXN", "Chilean peso": "CLP", "Argentine peso": "ARS", "Colombian peso": "COP", "Brazilian real": "BRL", "South African rand": "ZAR"}
MONEY |= {"Saudi riyal": "SAR", "Qatari riyal": "QAR", "Kuwaiti dinar": "KWD", "Turkish lira": "TRY", "Egyptian pound": "EGP", "Czech koruna": "CZK", "Polish zloty": "PLN", "Hungarian forint": "HUF"}
MONEY |= {"Pakistani rupee": "PKR", "Indian rupee": "INR", "Sri Lankan rupee": "LKR", "UAE dirham": "AED", "Macau pataca": "MOP", "Kenyan shilling": "KES", "Malaysian ringgit": "MYR", "Thai baht": "THB"}
MONEY |= {"Canadian dollar": "CAD", "Australian dollar": "AUD", "Singapore dollar": "SGD", "Swiss franc": "CHF", "New Zealand dollar": "NZD"}
# Hundredths, by the share mostly. 分 and 仙 alone could be anything.
CENTS = {
    "美分": "USD",
    "cent": "USD",
    "US cent": "USD",
    "港仙": "HKD",
    "仙": "HKD",
    "HK cent": "HKD",
    "Hong Kong cent": "HKD",
    "pence": "GBP",
    "penny": "GBP",
    "歐分": "EUR",
    "euro cent": "EUR",
    "Singapore cent": "SGD",
    "p per share": "GBP",
    "p a share": "GBP",
}
BEFORE = [w for w in MONEY if w[0] in "CHUNRJEGKSAIT人美港新台日歐英韓¥$€£₩₹" and not w.endswith("dollar")]
# How newspapers abbreviate them: Rmb2,950, SFr4.1bn.
_SHORT = {"Rmb": "CNY", "SFr": "CHF", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK", "Rs": "INR", "Rp": "IDR", "RM": "MYR", "R$": "BRL"}
MONEY |= _SHORT
BEFORE = [*(w for w in BEFORE if not re.search("[a-z]", w)), *_SHORT, *(w for w in MONEY if re.fullmatch("[A-Z]{3}", w))]
BEFORE = list(dict.fromkeys(BEFORE))

# A Chinese counter, and the characters after it that make it another word (股份 is no 股).
_COUNTERS = (
    "家之裡里 款 顆 片 台 輛 筆 座 架 艘 種 例 棟 枚 套 批 戶 棵 盞 篇 屆 輪廓迴胎 人民均工形才士口類造力物為員 "
    "名稱單列為義次目 位數於置元居列移一 個人別股體 項目 份額 張 條件款例 次元性新級要數於創 間接諜 "
    "支持付出援撐架線 "
    "部分門署件落隊曲長 組織合成建 股份東價權票市本息比民災 代表碼理工價替際言 層級面次 塊 場景館地均所次 "
    "件數 劑量型方師 處理於在置分罰境長女事決 節日目點省能約氣奏育假慶選制 株洲式連 趟 班底組子級車次主導 宗旨教親 羽毛絨球 櫃檯台子員面體門 杯賽 粒子度徑 冊 "
    "單位獨一元日月季價純品車店機晶瓦片筆次體身週周方向面打 床頭邊墊上 包括含裹裝商圍銷容袱機廂 "
    "隻 只要是有能會為見管剩 所有以得在屬謂長 桶 畝 箱 盒 瓶 頁 字節 卡 門檻戶 團隊 頭部條等號盔腦像髮銜"
)
GUARD: dict[str, str] = dict.fromkeys(table("人次 班次 車次 航班 立方 平方米 平方公里 平方公尺 立方米 公頃 英畝 公升 交易日 工作日"), "")
for _counter in table(_COUNTERS):
    GUARD[_counter[0]] = GUARD.get(_counter[0], "") + _counter[1:]

_TENTH = Decimal("0.1")
ALIAS: dict[str, tuple[str, Decimal]] = {
    printed: (unit, factor)
    for unit, factor, words in (
        ("%", Decimal(1), "% 巴仙 釐 percent per^cent pct"), ("%", _TENTH, "‰"), ("%", Decimal(10), "成"),
        ("pp", Decimal(1), "個百分點 百分點 個點 percentage^point pp ppt ppts"),
        ("bp", Decimal(1), "個基點 基點 個點子 點子 bp bps basis^point"),
        ("x", Decimal(1), "倍 x × times fold"), ("年", Decimal(1), "年 年^時間 year yr"),
        ("個月", Decimal(1), "個月 個餘月 個多月 month"), ("季", Decimal(1), "個季度 個季 quarter"),
        ("週", Decimal(1), "週 周 個星期 星期 week"), ("天", Decimal(1), "天 day"),
        ("小時", Decimal(1), "個小時 小時 個鐘頭 hour hr"), ("分鐘", Decimal(1), "分鐘 minute"),
        ("秒", Decimal(1), "秒鐘 秒 second"), ("毫秒", Decimal(1), "毫秒 ms millisecond"),
        ("歲", Decimal(1), "歲 years^old year-old"), ("人", Decimal(1), "個人 人"), ("像素", Decimal(1), "像素 畫素"),
        ("km", Decimal(1), "km 公里 kilometer kilometre"), ("m", Decimal(1), "公尺 米 meter metre"),
        ("cm", Decimal(1), "cm 公分 釐米 centimeter centimetre"), ("mm", Decimal(1), "mm 毫米 公釐 millimeter millimetre"), ("μm", Decimal(1), "μm um 微米"),
        ("nm", Decimal(1), "nm 奈米 納米 nanometer nanometre"), ("kg", Decimal(1), "kg 公斤 千克 kilogram"),
        ("g", Decimal(1), "公克 克 gram"), ("噸", Decimal(1), "公噸 噸 ton tonne metric^ton"),
        ("英寸", Decimal(1), "英寸 英吋 吋 寸 inch inches"),
        ("W", Decimal(1), "W 瓦特 瓦 watt"), ("kW", Decimal(1), "kW 千瓦 kilowatt"),
        ("m/s", Decimal(1), "m/s 米/秒 公尺/秒"), ("MW", Decimal(1), "MW 兆瓦 megawatt"), ("mW", Decimal(1), "毫瓦 milliwatt"), ("GW", Decimal(1), "GW 吉瓦 gigawatt"), ("TW terawatt", Decimal(1), "TW terawatt"),
        ("kWh", Decimal(1), "kWh 千瓦時 千瓦小時 度電 度 kilowatt-hour kilowatt^hour"), ("MWh", Decimal(1), "MWh 兆瓦時 megawatt-hour megawatt^hour"),
        ("GWh", Decimal(1), "GWh 吉瓦時 gigawatt-hour gigawatt^hour"),
        ("EFLOPS", Decimal(1), "Exa-Flops ExaFlops Exa-FLOPS EFLOPS EFlops exaflop"),
        ("PFLOPS", Decimal(1), "Peta-Flops PetaFlops PFLOPS PFlops petaflop"),
        ("TFLOPS", Decimal(1), "Tera-Flops TeraFlops TFLOPS TFlops teraflop"), ("TOPS", Decimal(1), "TOPS"),
        ("tokens/s", Decimal(1), "tokens/s token/s tokens/秒 tokens/sec tokens^per^second tokens^a^second"),
        ("token", Decimal(1), "tokens token"), ("nit", Decimal(1), "尼特 nits nit"), ("°C", Decimal(1), "°C ℃ 攝氏度"),
        ("TEU", Decimal(1), "TEU 個標準箱 標準箱 個標准箱 標准箱 標箱"), ("mile", Decimal(1), "英里 mile"),
        ("person", Decimal(1), "people person"), ("TWh", Decimal(1), "terawatt-hour terawatt^hour"),
        ("km/h", Decimal(1), "kph kilometres^per^hour kilometers^per^hour kilometres^an^hour"), ("mph", Decimal(1), "mph miles^per^hour"),
        ("平方米", Decimal(1), "square^metre square^meter square^m"), ("平方公里", Decimal(1), "square^kilometre square^kilometer square^km"),
        ("公頃", Decimal(1), "hectare"), ("畝", Decimal(1), "mu"), ("公升", Decimal(1), "litre liter"),
    )
    for printed in (w.replace("^", " ") for w in words.split())
}  # fmt: skip
for _unit in table(
    "B KB MB GB TB PB EB Gb Mb Tb KB/s MB/s GB/s TB/s kbps Kbps Mbps Gbps Tbps Hz kHz MHz GHz THz Wh TWh Wh/kg "
    "Wh/L kWh/kg mW V kV mV mA mAh Ah km/h dB fps ppm sqm GFLOPS FLOPS GT/s GOPS kg/m3 mm² km² m² cm²"
):
    ALIAS[_unit] = (_unit, Decimal(1))
NOUNS = (
    "unit|chip|card|customer|client|firm|employee|worker|staff|engineer|executive|founder|user|order|"
    "contract|agreement|deployment|product|model|generation|share|patent|store|plant|number|"
    "vehicle|car|device|server|node|cluster|wafer|line|project|case|vote|seat|point|member|"
    "director|investor|supplier|vendor|part|parameter|game|transistor|round|batch|batche|core|layer|barrel|acre|sku|gpu|"
    "cpu|phone|aircraft|ship|home|house|room|student|patient|dose|item|piece|type|subscriber|download"
)
# What a hyphen may join to its number: a 350-bed hospital, a 1,200-strong workforce.
JOINED = frozenset("bed seat room berth store shop unit person member patient storey story megapixel lane room passenger guest vehicle".split())
NO_NOUN = frozenset(
    table(
        "this was has his its is as us plus less versus series always across towards besides perhaps sales digits "
        "results earnings revenues profits losses figures basis process access business news does goes thus minus "
        "times gains forecasts guidance financials shares"
    )
)
FUNCTION = frozenset(
    table(
        "a an and are as at by for from had has have in into is it its of on or than that the their to was were "
        "which will with per vs while but after before over under up down because since when where amid although though"
    )
)
