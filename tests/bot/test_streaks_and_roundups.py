"""How long something has gone on, figures of two currencies, earlier outlooks, firms of a round-up, prices raised, in what products differ."""

import pytest

from bot.state import State
from tests.bot.archives import asking, reply

ARTICLES = (
    ("茶业月报", "2026-02-03", "翠岭茶业2025年营业收入为12.6亿元,同比增长18%,至此其营业收入已连续五年保持增长。翠岭茶业的净亏损则连续三年收窄,2025年净亏损0.8亿元。公司自4月1日起将把普洱系列涨价6%至9%。"),
    ("Dairy Post", "2026-02-10", "Kelmore Dairies reported revenue of £410 million in 2025, up 7% and rising for the fourth straight year. Kelmore Dairies now expects 2026 revenue of £430 million to £445 million, compared with an earlier range of £400 million to £415 million."),
    ("家具快訊", "2026-01-26", """家具公司年度預告盤點:實木回暖,軟體仍在過冬。
截至1月25日,已有十餘家家具公司披露2025年度業績預告。
1月12日,櫟原家居發佈預告,預計2025年營業收入31億元至33億元,同比增長22%至30%;歸母淨利潤2.2億元至2.6億元。
1月14日,梣木家具發佈預告,預計2025年營業收入18億元至19億元,同比增長9%至15%;歸母淨利潤1.1億元至1.3億元。
1月20日,柚庭家居發佈預告,預計2025年營業收入44億元至46億元,同比下降5%至9%;歸母淨利潤虧損0.9億元至1.2億元。
1月21日,檀居家具發佈預告,預計2025年營業收入9億元至9.6億元,同比增長3%至6%;歸母淨利潤0.4億元至0.5億元。"""),
    ("水泥觀察", "2026-02-11", "礫岸水泥2025年營業收入為96億元,同比增長4%。礫岸水泥2025年淨虧損5.1億元。"),
    ("交易所日誌", "2026-01-09", "截至2026年1月8日收盤,樺鼎紙業的市值為640億港元,約合574億元人民幣。截至2026年1月8日收盤,楠澤紙業的市值為910億元。截至2026年1月8日收盤,榆盛紙業的市值為120億港元,約合108億元人民幣。樺鼎紙業、楠澤紙業和榆盛紙業三家紙業公司已在資本市場聚首。"),
    ("影音誌", "2026-03-03", """音響品牌 Halvard 發表 Tern 3 與 Tern 5 Max 兩款藍牙喇叭。
主角 Tern 3 重 0.6kg。螢幕為 1.2 吋 OLED,亮度 300 nits。I/O 有一個 USB-C 和一個 3.5mm 插孔。
Tern 5 Max 則採用 2 吋 LCD 面板,重 1.4kg。"""),
    ("算力誌", "2026-02-20", "桉樹智能2023年、2024年營收分別為0.62億元和2.15億元,2025年初步統計為6.1億元。桉樹智能的「雁陣」集群由6000張加速卡組成。桉樹智能管理層預計2026年AI行業增速將達兩位數。桉樹智能的驗證流程最長需9個月。"),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("streaks"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("翠嶺茶業的營收已經連續幾年成長?", "連續五年", "推算"),
        ("翠岭茶业净亏损连续几年收窄?", "连续三年", ""),
        ("How many years in a row has Kelmore Dairies' revenue risen?", "fourth straight year", "Worked out"),
        ("For how many consecutive years has Kelmore Dairies' revenue grown?", "fourth straight year", ""),
        ("What was Kelmore Dairies' earlier revenue outlook for 2026?", "400 million", ""),
        ("Kelmore Dairies原先的营收展望是多少?", "£400 million", ""),
        ("樺鼎紙業和楠澤紙業的市值相差多少億元人民幣?", "336億元", ""),
        ("How much larger is 楠澤紙業's market value than 榆盛紙業's?", "80.2 billion", ""),
        ("桦鼎纸业和榆盛纸业的市值差多少港元?", "520亿港元", ""),
        ("三家紙業公司的總市值是多少?", "1592億元", ""),
        ("盤點裡2025年營收最高的家具公司是哪家?", "柚庭家居", "礫岸"),
        ("Which company in the round-up expects a net loss for 2025?", "柚庭家居", "礫岸"),
        ("盘点里哪家公司2025年预计亏损?", "柚庭家居", "砾岸"),
        ("翠岭茶业的普洱系列要涨价多少?", "6%至9%", ""),
        ("By how much will 翠岭茶业 raise the price of its pu'er line?", "6%", ""),
        ("How do the screens of the Tern 3 and the Tern 5 Max differ?", "OLED", "兩款"),
        ("Tern 3有哪些連接埠?", "USB-C", ""),
        ("What ports does the Tern 3 have?", "USB-C", ""),
        ("桉樹智能2025年營收是多少?", "6.1億元", ""),
        ("How many cards make up the 雁陣 cluster of 桉樹智能?", "6000", ""),
        ("桉樹智能管理層預計2026年AI行業增速有多高?", "兩位數", ""),
    ],
)
def test_answered(assistant, question, said, unsaid):
    answer = reply(assistant, question)
    told = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered, told
    assert said in told, told
    assert not unsaid or unsaid not in told, told


@pytest.mark.parametrize(
    "question",
    [
        "砾岸水泥的营收已经连续几年增长?",  # how long is told nowhere, though the growth is
        "How many quarters in a row has Kelmore Dairies' revenue risen?",  # years are told
        "翠岭茶业的营收连续几年下滑?",
        "翠岭茶业2025年营收增速比砾岸水泥的同业高出多少个百分点?",
        "哪家银行的营收最高?",
    ],
)
def test_refused(assistant, question):
    answer = reply(assistant, question)
    assert not answer.answered, answer.lines


def test_an_earlier_range_is_no_distance(assistant):
    _, state = assistant.reply("What revenue does Kelmore Dairies expect for 2026?", State())
    answer, _ = assistant.reply("What was the earlier range?", state)
    assert answer.answered
    assert "400 million" in " ".join(answer.lines)
