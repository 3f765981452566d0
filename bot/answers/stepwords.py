"""Words that questions about lives and the steps themselves share: first, before, founded, studied, how long. Folded."""

from __future__ import annotations

from kb import lazy

# Folded. Which steps a question asks for.
FIRST = lazy.compile(
    r"第一份(?:工作|差事)|首份工作|最早(?:在|是在|去)[^,]{0,6}(?:工作|上班|任职|公司|哪)|先(?:后)?在(?:哪|什么)|先去了?(?:哪|什么)|职涯(?:起点|从)|从(?:哪|什么)[^,?]{0,6}?(?:做|干)起|从(?:哪|什么)[^,?]{0,6}?(?:起步|起家|开始(?:做|干|工作))|(?:毕业|退伍)(?:之)?后(?:先|首先|第一)?(?:去|到|在|进)了?(?:哪|什么)|"
    r"\b(?:work(?:ed)? first|first (?:job|work|employer|position)|(?:start|began|begin|started) (?:(?:his|her|their) )?(?:career|out)|first (?:work|employ)\w*|after (?:graduating|graduation|university|college))\b"
)
BEFORE = lazy.compile(
    r"(?:之前|以前|此前|先前|创业前|上任前|加入前|前)(?!一|三|\d|年|任|期)|原来(?:在|是)|原先|过去(?:在|是)|前东家|来自(?:哪|什么)|从哪(?:里|家|儿)来|出身于?哪|"
    r"\b(?:before|previously|formerly|prior to|used to work|c[oa]me from|hired from|where .{0,30} from|past (?:jobs?|employers?))\b"
)
FOUNDER = lazy.compile(r"创[办始]人|\bfounders?\b")
MADE = lazy.compile(r"创办|创立|创业|成立|创建|\b(?:found(?:ed|ing)?|start(?:ed|ing)|co-?found\w*|set(?:ting)? up)\b")
STUDY = lazy.compile(
    r"大学(?!生)|学校|毕业(?!后)|学历|学位|专业(?!人|经理)|念(?:什么|哪|书)|读(?:什么|哪|书|的)|博士|硕士|本科|\b(?:stud(?:y|ied)|degree|universit\w+|college|graduat\w+|school|major(?:ed)?|doctorate|ph\.?d|master'?s)\b"
)
ORIGIN = lazy.compile(r"哪里的?人|老家|家乡|哪儿人|何处人|籍贯|出生地|在(?:哪里?|哪儿|何处|哪个城市)出生|出生(?:在|于)(?:哪|何)|\bwhere (?:was|were) .{0,40}\bborn\b|\bbirthplace\b|\b(?:hometown|native)\b")
PAST_JOBS = lazy.compile(
    r"(?:在哪(?:些|几)?(?:里|家|公司|企业)|哪些公司|哪几家公司)[^,?]{0,6}(?:工作|任职|待|做|干|服务|供职|效力)过|(?:工作|任职|待|干|做|服务|供职|效力)过(?:的|哪|什么)|(?:哪|什么)[一两二三四几些]?[家个]?(?:公司|企业|外[商企]|机构|单位|东家|大厂|地方)[^,?]{0,6}(?:工作|任职|待|做|干|服务|供职|效力)过|\b(?:which|what) (?:\w+ ){0,3}(?:companies|firms|employers).{0,60}\bwork(?:ed)?\b|\bwhere (?:has|did|had) .{0,40}\bwork(?:ed)?\b(?! (?:first|before|after))"
)
LASTS = lazy.compile(
    r"(?<!\d)(?:\d{1,2}|[一二两三四五六七八九十]{1,3})多?(?:个?年半?|个月|年多)(?!代|级|底|初|前|后|来|第|内|间|获|的目标|[就便]?(?:提[升高]|增[长加]|成长|翻|走完|上升|下降|减少|扩大))|\b(?:(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)(?: full| straight| whole)?(?: and a half)? (?:years?|months?)|a decade)\b"
)
PRESENT = lazy.compile(r"接任|出任|升任|卸任|转任|专任|接棒|接手|即日|宣布|聘任|任命|委任|现任|(?<!曾)担任(?!过)|目前|如今|\b(?:is|are|has|will|runs|leads|heads|now|currently|appointed|named|succeeds?|replaces?|hires?|hired)\b")
EDGES = " ,;，；。、:：."
