"""Azerbaijani, as it is typed: with and without diacritics, with Russian words in Latin letters."""

from crm.wording.enums import Kind
from crm.wording.rules import Rules, rules

_SHE = r"qadın(?!çı)\w*|xanım\w*|qız(?:lar\w*|ın|a|dan)?\b|devuşka\w*|gəlin\b|bacılar\w*"
_HE = r"kişi(?!lik|sel)\w*|oğlan\w*|bəy(?:lər\w*)?\b|erkək\w*|cavanlar\w*\b(?=[\W_]+oğlan)"
_REFUSED = (
    r"(?:narahat\w* (?:etmə|eləmə)\w*|götürülm(?:ü|ə)\w*|qəbul (?:edilm|olunm|etm)\w*|müraciət (?:etmə(?!k)|eləmə(?!k))\w*"
    r"|zəng (?:etmə(?!k)|eləmə(?!k)|vurma(?!q))\w*|yazma(?!q)\w*|nəzərə alınm\w*|baxılm(?:ır|ayacaq)\w*|cavab verilm\w*|olmasın\w*|olmamalı\w*|lazım deyil|istəmirik|uyğun deyil)"
)
_THING = (
    r"(?:zal|salon|geyim|paltar|kostyum|ayaqqabı|çəkmə|çanta|aksesuar|saç|bərbər(?:i|xana)|gözəllik|kosmet|ətir|parfüm|fitnes|idman"
    r"|klub|həkim|ginekoloq|xəstə|sağlam|konsultasiya|məsləhət(?!çi)|sahibkar|kooperativ|resurs|mərkəz|təşkilat|birli|assosiasiya|ittifaq"
    r"|kurs|təlim|məktəb|lise|yataqxana|tualet|bölmə|şöbə|kolleksiya|moda|jurnal|hüquq|futbol|voleybol|komanda|güləş|layihə"
    r"|proqram|kredit|biznes|forum|dərzisi|dəst|mal(?:lar)?\b|məhsul|alt|müştəri|pasient|pasiyent|qonaq|üzv|iştirakçı|auditoriya|məhbus|övlad|nəvə"
    r"|sakin|oxucu|uşaq|uşağ|şagird|körpə|tələbələr|kollektiv|bank|fond|evi\b|evinə|oyuncaq|stilist|modelyer|kəmər|papaq|əlcək|üzük|zinət|bijuteri|manikür|geyin|hamam|sauna|otağ|otaq|palata|soyunma|qarderob|şalvar|köynək|pencək|don\b|donlar|trikotaj|corab|bazar|qala|bulağ|saat\b|saatlar)\w*"
)
_CARE = r"(?:qulluq\w*|baxıcı\w*|bax(?:maq|an|ılma|ım|acaq|sın)\w*|dayə\w*|kömək\w*|xidmət\w*|dərs\w*|repetitor\w*|həmdəm\w*)"
_NO_MATTER = (
    r"(?:fərq(?:i|ə)? (?:yox|etm|eləm)\w*|əhəmiyyət(?:i|li)? (?:yox|deyil|kəsb etm)\w*|önəm(?:i|li)? (?:yox|deyil)\w*|vacib deyil"
    r"|asılı olma\w*|məhdudiyyət\w* (?:yox|qoyulm)\w*|məhdud deyil|həddi? yox\w*|maraqlandırmır|baxılmır)"
)
_WELCOME = (
    r"(?:alqışla\w*|həvəsləndir\w*|xoş gəl\w*|xoş qarşıla\w*|sevinirik|sevinər\w*|üstünlük (?:deyil)|dəstəklə\w*)"
)
_ONE = (
    r"(?:işçi|namizəd|satıcı|ofisiant|administrator|resepsionist|katib|kassir|operator|menecer|köməkçi|aşpaz|usta|fəhlə|mütəxəssis"
    r"|model|promo|hostes|stüardessa|konsultant|məsləhətçi|əməkdaş|kadr|inzibatçı|təmsilçi|sürücü|mühasib|müəllim|barmen|promouter|kuryer"
    r"|şəxs|adam|nəfər|insan)\w*"
)
#: What tells that the words after it speak of something else: "qadın tələb olunur, təcrübə vacib deyil" without its comma.
_ASKED = r"(?:tələb|lazım|axtar|olunur|götür|dəvət|təcrüb|təhsil|diplom|staj|bacarıq|sertifikat)\w*"
_SERVED = r"(?:müştəri|auditoriya|oxucu|iştirakçı|tələbə|istifadəçi|qonaq|pasiyent|pasient|dinləyici|kursant|üzv)\w*"
_CHILD = r"(?:uşaq|uşağ|körpə|şagird|balaca|məktəbli|nənə|baba\b|babaya|ana\b|anaya|ata\b|ataya|xəstə|qoca|ahıl|əlil|yeniyetmə)\w*"

LANGUAGE: Rules = rules(
    found={
        Kind.GENDER_FEMALE: [r"(?:yalnız |ancaq |təkcə |sırf |gənc |cavan )?(?:<ONE> )?<SHE>(?: cins\w*)?", r"<HE>(?= (?:(?!<SHE>)\w+ ){0,3}<REFUSED>)"],
        Kind.GENDER_MALE: [r"(?:yalnız |ancaq |təkcə |sırf |gənc |cavan )?(?:<ONE> )?<HE>(?: cins\w*| <ONE>)?", r"<SHE>(?= (?:(?!<HE>)\w+ ){0,3}<REFUSED>)"],
        Kind.AGE: [
            r"(?:yaş\w* )?(?:həddi |aralığı |limiti |tələbi )?[1-7]\d ?(?:-|–|—|/|ilə|dan|dən|ile|,)?(?: ?(?:dan|dən))? ?[1-7]\d yaş\w*(?: ara\w*)?",
            r"[1-7]\d(?: (?:-|–))?(?: (?:dan|dən))? [1-7]\d (?:yaş\w* )?ara(?:sı|lığı)\w*(?= (?:namizəd|işçi|<SHE>|<HE>|<ONE>))",
            r"yaş\w*(?: (?:həddi|aralığı|limiti|tələbi|qrupu|məhdudiyyəti|siniri|sınırı|diapazonu|intervalı|kateqoriyası|normativi))?(?: (?:maksimum|max|ən çox|ən azı|minimum|min|təxminən))? [1-7]\d\w*"
            r"(?: (?:-|–)? ?[1-7]\d\w*)?(?: (?:yaş|ara|qədər|kimi|dək|yuxarı|aşağı|çox|az|artıq|keç|öt|aş|böyük|kiçik)\w*| (?:i|ı|u|ü|a|ə|ya|yə|dən|dan|ci)\b){0,3}",
            r"(?:maksimum |max |ən çox |ən azı |minimum |min )?[1-7]\d(?: (?:-|–))? ?yaş\w*(?: (?:qədər|kimi|dək|yuxarı|aşağı|çox|az|artıq|keç|böyük|kiçik|üstü|altı|ara)\w*)?",
            r"[1-7]\d ?(?:dən|dan) (?:yuxarı|aşağı|çox|böyük|kiçik|cavan) (?:yaş|olma|olanlar|namizəd|<SHE>|<HE>|<ONE>)\w*",
            r"(?:gənc|cavan)(?:l[aə]r\w*)?(?= ~(?:<ONE>|tələb|lazım|axtar|dəvət|götür|işə|və ~(?:enerji|dinamik|aktiv|ambisiya)|olma|olsun|enerji|dinamik))",
            r"(?:yaşlı|təqaüdçü|pensiyaçı|pensioner|qoca|ahıl)\w*(?= ~<REFUSED>)",
            r"orta yaşlı\w*",
            r"(?:yaş\w* )?(?:iyirmi|otuz|qırx|əlli|altmış)(?: (?:bir|iki|üç|dörd|beş|altı|yeddi|səkkiz|doqquz))?(?: yaş\w*)? (?:qədər|kimi|dək|yuxarı|aşağı|çox|keç)\w*(?= (?:olma|olan|yaş|<SHE>|<HE>|<ONE>|~<REFUSED>)|$)",
            r"(?:19[4-9]|20[01])\d(?: (?:ci|cı|cu|cü))? il\w* (?:\w+ ){0,3}(?:doğul|anadan ol|təvəllüd)\w*|(?:doğum|təvəllüd)\w*(?: \w+)? (?:19|20)\d\d\w*",
            r"yaşlı\w*(?= (?:olma|<SHE>|<HE>|<ONE>))",
            r"yaş\w* (?:məhdudiyyət|hədd|limit)\w*(?= var)",
        ],
        Kind.APPEARANCE: [
            r"(?:gözəl|xoş|qəşəng|cəlbedici|cazibədar|göyçək|yaraşıqlı|yaxşı|baxımlı|model|ideal|uyğun|təqdimata|prezentabel\w*|diqqətçəkən|zövqlü|effektli)\w*(?: xarici)?(?: zahiri)? (?:görünüş|görkəm|sima|zahir)(?!ü?n?d[əa])\w*",
            r"(?:görünüşlü|prezentabel|xoşsima|fotogenik|boylu buxunlu|boy buxun\w*|hündürboy\w*|uca ?boy\w*|hündür boy\w*|ucaboy\w*)\w*(?: olma\w*| olsun\w*)?",
            r"xarici (?:görünüş|görkəm|zahir)\w*(?= (?:yaxşı|vacib|mütləq|önəmli|əsas|gözəl|diqqət|cəlb|cəhətdən|olma|nəzər|qəşəng|fikir))",
            r"(?:xarici |zahiri )?(?:görünüş|görkəm|zahir)\w*(?: çox| də)? (?:yaxşı|gözəl|cəlbedici|qəşəng|xoş|cazibədar|yaraşıqlı|göyçək|diqqətçəkən|ideal)\w*(?! görün)(?: ol\w*)?",
            r"(?:gözəl|qəşəng|cazibədar|göyçək|yaraşıqlı|simpatik|simpatiçn\w*|incə|arıq|zərif|cəlbedici|şux|boylu)\w*(?: və \w+| gənc| cavan)?(?= (?:<SHE>|<HE>|<ONE>))",
            r"(?:gözəl və )?(?:yaraşıqlı|baxımlı|cazibədar|göyçək)\w*(?= (?:satış |ofis |otel )?<ONE>)",
            r"(?:cazibədar|yaraşıqlı|gözəl|qəşəng|göyçək|simpatik|cəlbedici|arıq|incə|şux|boylu|hündür)\w*(?: və \w+)? (?:olma\w*|olsun\w*|olan\w*)",
            r"boy\w*(?: (?:ən az|ən azı|minimum|min|azı|aşağı))? 1 ?[,.]? ?[5-9]\d\w*(?: ?(?:sm|santimetr|m)\b)?(?: (?:dən|dan))?(?: \w*(?:yuxarı|aşağı|çox|az|üstü|hündür|uca|uzun|qısa)\w*)?(?: olma(?:sın|yan)\w*)?",
            r"boy\w* (?:və |ilə )?çəki\w*|(?:boy|çəki)(?:nuz|niz|nin|sin)\w*|(?:hündür|uca|uzun) ?boylu\w*",
            r"(?:artıq çəki|çəkisi \d{2}|çəki\w*(?: (?:maksimum|max|ən çox))? [4-9]\d (?:kq|kilo)\w*(?: (?:dan|dən))?(?: (?:artıq|çox|az|yuxarı|aşağı|qədər))?|kök ol(?:ma|mayan)|dolu bədən|bədən quruluşu|tatu\w* ~olma|döymə\w* ~olma)\w*",
        ],
        Kind.MARITAL_FAMILY: [
            r"(?:evli|ərli|subay|dul|boşanmış|ərdə|nişanlı|ailəli|ailəsiz|uşaqlı|uşaqsız|hamilə)(?:lər|lar)?(?:in|ın|ə|a|i|ı)?\b(?: <SHE>| <HE>| ana\w*)?(?: ~<REFUSED>| ol\w+)?",
            r"(?:ailə (?:həyatı )?qurma(?:mış|yan)|ərə getmə(?:miş|yən)|ərdə olma(?:yan|sın))\w*",
            r"(?:azyaşlı |kiçik |balaca |körpə )?(?:uşağ|uşaq|körpəs|övlad)\w* (?:olma|yox)\w*|ailəsi olma\w*|(?:yeni )?evlən\w*(?= ~<REFUSED>)",
            r"(?:hamilə|uşaq|dekret)\w* ~(?:planlaşdırma|planı? olma|çıxma|fikri olma|getmə)(?:yan|sın|mış|dan|yacaq|mək şərt|mamalı)\w*",
            r"(?:azyaşlı |kiçik |balaca |körpə )*(?:uşağı|uşaqları|körpəsi|övladı|övladları) (?:\w+ ){0,3}ol\w*(?= ~<REFUSED>)",
            r"ailə (?:məsuliyyət|öhdəlik|qayğı|yük)\w* ol(?:ma|an)\w*",
            r"(?:hamiləlik|hamiləliy|dekret|analıq|nikah)\w*(?= ~<REFUSED>)",
            r"(?:(?:yaxın|növbəti) (?:\w+ )?(?:il|ay|vaxt)\w* )?(?:ailə (?:həyatı )?qur|ərə get|ərə ged|evlən|uşaq (?:dünyaya|doğ|sahib)|hamilə (?:qal|ol)|hamiləli|ana ol)\w*(?: \w+){0,2} (?:düşünmə|planlaşdırma|fikirləşmə|niyyət\w* ol\w*ma|fikr\w* olma|istəmə|hazırlaşma)\w*",
            r"(?:ailə vəziyyəti|ailə statusu)\w*",
        ],
    },
    surely={
        Kind.GENDER_FEMALE: [
            r"(?:yalnız|ancaq|təkcə|sırf) (?:<SHE>)(?! üçün| (?:və|ya)? ?<THING>)",
            r"(?:iş|vakansiya|təklif|elan)\w* (?:\w+ )?<SHE> üçün\w*(?= *(?:$|[,.;!]))",
        ],
        Kind.GENDER_MALE: [r"(?:yalnız|ancaq|təkcə|sırf) (?:<HE>)(?! üçün| (?:və|ya)? ?<THING>)"],
        Kind.AGE: [r"(?:yalnız|ancaq|təkcə|sırf) (?:gənc|cavan)l[aə]r\w*(?! üçün)"],
    },
    quiet={
        Kind.GENDER_FEMALE: [
            r"(?:həm |istər )?<SHE>,?(?: (?:və|ya|ya da|və ya|həm də|həm|istər|istərsə də|yoxsa|v?ə? ?ya))* <HE>",
            r"(?:həm |istər )?<HE>,?(?: (?:və|ya|ya da|və ya|həm də|həm|istər|istərsə də|yoxsa))* <SHE>",
            r"(?!\w+l[aə]r (?:\w+ )?\w+m[ıi]z)(?!\w+l[aə]r (?:\w+ )?\w+muz)<SHE>(?: (?:və|ilə)? ?uşaq\w*)?(?: (?:və|üçün|,))? (?:(?!<ASKED>)\w+ )?<THING>|(?!tələbə)<SERVED> <SHE>",
            r"<SHE> (?:tələbə|iş)lərlə|qadınlarla yanaşı",
            r"(?:qadın|xanım|qız)\w* üçün (?!(?:\w+ ){0,2}(?:iş\b|iş yer|vakansiya|elan))\w+",
            r"(?:qadın|xanım|qız)\w*(?:lara|lərə|a|larla) (?:\w+ ){0,2}(?:<CARE>|xidmət|satış|məhsul|təqdim|məsləhət|öyrə|təlim|iş(?:ləmək|lə\b))\w*",
            r"(?:yaşlı|xəstə|əlil|qoca|ahıl|tənha|yatalaq|hamilə)\w* (?:\w+ )?<SHE>(?: \w+){0,3} <CARE>",
            r"<CARE> (?:\w+ ){0,3}(?:yaşlı|xəstə|əlil|qoca|ahıl|tənha) <SHE>",
            r"<SHE> (?:\w+ )?(?:da|də)\b(?! daxil)(?: \w+){0,3} (?:ola bilər|olar|müraciət|qəbul|gələ|işləyə|dəvət|uyğun)\w*",
            r"<SHE>(?: \w+){0,5} <WELCOME>",
            r"<SHE>(?:dan|dən)? (?:ibarət|idarə|təsis|qur(?:duğu|ub|ulmuş)|yarat|rəhbər|aç(?:dığı|ıb))\w*",
            r"(?:cins\w*|<SHE>|<HE>)(?: (?!<ASKED>)\w+){0,4} <NO>",
            r"^.*\b(?:hər kəs|hamı)(?: \w+){0,2} (?:müraciət ed|qəbul|gələ|işləyə)\w*",
            r"xanım \^(?!<ONE>)\w+",
            r"<SHE> (?:da|də) daxil\w*",
            r"\w+ xanım (?:sizi|sizə|sizinlə|cavab|qarşıla|dinlə|izah|məlumat)\w*",
            r"\^(?!<ONE>|tibb|böyük)\w+\s\^?xanım(?:a|la|dan|ın|ı|la)?\b(?! (?:tələb|lazım|axtar))",
            r"(?:əlaqə\w*|zəng\w*|whatsapp|vatsap|tel\b|telefon\w*|nömrə\w*|sorağ\w*|müraciət\w*)(?: \w+){0,3} \^?(?!<ONE>)\w+ xanım\w*",
            r"\w+ xanım(?:a|la|dan)\b(?: \w+){0,2} (?:əlaqə|zəng|müraciət|yazın|yaza|danış)\w*",
            r"<SHE>(?:\W\w+){0,2}\W+(?:adlı|markalı|brendi|mağazası(?:na|nda)?|salonu(?:na|nda)?|atelyesi(?:nə|ndə)?)\w*",
            r"(?:evli|ərli|subay|dul|boşanmış|nişanlı|ailəli|uşaqlı|uşaqsız|hamilə)\w*(?: \w+)? <SHE> ~<REFUSED>",
            r"<SHE>(?= ~<REFUSED>)",
            r"(?:uşaqlı|azyaşlı)\w* <SHE> (?:üçün )?(?:~əlverişli|~uyğun|~rahat)",
        ],
        Kind.GENDER_MALE: [
            r"(?:həm |istər )?<SHE>,?(?: (?:və|ya|ya da|və ya|həm də|həm|istər|istərsə də|yoxsa))* <HE>",
            r"(?:həm |istər )?<HE>,?(?: (?:və|ya|ya da|və ya|həm də|həm|istər|istərsə də|yoxsa))* <SHE>",
            r"<HE>(?: (?:və|ilə)? ?uşaq\w*)?(?: (?:və|üçün|,))? (?:(?!<ASKED>)\w+ )?<THING>|(?!tələbə)<SERVED> <HE>",
            r"(?:kişi|oğlan)\w* üçün (?!(?:\w+ ){0,2}(?:iş\b|iş yer|vakansiya|elan))\w+",
            r"(?:kişi|oğlan|bəy)\w*(?:lara|lərə|a|yə|larla) (?:\w+ ){0,2}(?:<CARE>|satış|təqdim|öyrə|təlim)\w*",
            r"(?:yaşlı|xəstə|əlil|qoca|ahıl|tənha|yatalaq)\w* (?:\w+ )?<HE>(?: \w+){0,3} <CARE>",
            r"<CARE> (?:\w+ ){0,3}(?:yaşlı|xəstə|əlil|qoca|ahıl|tənha) <HE>",
            r"<HE> (?:da|də)\b(?: \w+){0,3} (?:ola bilər|olar|müraciət|qəbul|gələ|işləyə)\w*",
            r"(?:cins\w*|<SHE>|<HE>)(?: (?!<ASKED>)\w+){0,4} <NO>",
            r"^.*\b(?:hər kəs|hamı)(?: \w+){0,2} (?:müraciət ed|qəbul|gələ|işləyə)\w*",
            r"\w+\s\^?bəy(?:ə|lə|dən|in)?\b",
            r"\d+ ?(?:nəfər)?(?:-| )?kişi(?:lik|nin|dən)\b",
            r"<HE>(?= ~<REFUSED>)",
            r"(?:evli|subay|boşanmış|nişanlı|ailəli|uşaqlı|uşaqsız)\w*(?: \w+)? <HE> ~<REFUSED>",
            r"(?:hamilə|evli|ərli|subay|uşaqlı|boşanmış|nişanlı|ailəli)\w*(?: \w+)? <SHE> ~<REFUSED>",
        ],
        Kind.AGE: [
            r"(?:1[0-8])(?: (?:-|–))? ?(?:yaş\w*|lik)?(?: \w+)?(?: (?:tamam|yuxarı|çat|dol|böyük|artıq|çox|üstü|bitmiş)\w*)+(?! \d)",
            r"yaş\w*(?: (?:ən azı|minimum|min|azı))? 1[0-8]\w*(?: ?(?:-|–))?(?: ?(?:dən|dan))? (?:yuxarı|çox|böyük|artıq|tamam|az)\w*",
            r"(?:ən azı|minimum|min) 1[0-8] yaş\w*",
            r"\d+(?: ?(?:-|–|,) ?\d+)?(?: ?(?:-|–))? ?yaş\w*(?: (?:olan|arası|qrupu?))? (?:\w+ )?<CHILD>",
            r"<CHILD>(?: \w+){0,3} \d+(?: ?(?:-|–) ?\d+)?(?: \w+)? yaş\w*",
            r"(?:uşaq|şagird|körpə|məktəbli)\w*(?: \w+){0,3} yaş\w*",
            r"(?<!\d[-–—])\d\d yaş(?:lı|ında)\w*(?: \w+){0,3} <CARE>",
            r"<CARE>(?: \w+){0,3} \d\d yaş(?:lı|ında)\w*",
            r"(?:yaşlı|qoca|ahıl)\w* (?:insan|adam|valideyn|<SHE>|<HE>|xəstə|nənə|baba|ana|ata)?\w*(?: \w+){0,3} <CARE>",
            r"<CARE>(?: \w+){0,3} (?:yaşlı|qoca|ahıl)\w*",
            r"(?:yaşlı|qoca|ahıl)\w* (?:\w+ )?\w+l[aə]r(?:[aə]|l[aə]|[ıi]n)\b(?! ~<REFUSED>)",
            r"(?:yaş\w*|yaşlı\w*)(?: (?!<ASKED>)\w+){0,4} <NO>",
            r"(?:yaşlı|təqaüdçü|pensiyaçı|gənc|cavan)\w*(?: \w+){0,2} (?:da|də)\b(?: \w+){0,3} (?:ola bil|olar|müraciət|qəbul|işləyə|gələ|uyğun)\w*",
            r"(?:gənc|yaşlı|təqaüdçü)\w*(?: \w+){0,4} <WELCOME>",
            r"(?:gənc|cavan)(?: və \w+)? (?:<SHE>|<HE>|(?:komanda(?! üzv)|kollektiv|mərkəz|nəsil|sahibkar|iştirakçı|idmançı|futbolçu|alim|ana|ailə|rəssam|təşkilat|oxucu|bacı|müştəri|brend|şirkət|dizayner)\w*)",
            r"(?:gənc|cavan)l[aə]r(?:l[aə]|[ıi]n|[aə]|[ıi]m[ıi]z)? (?:iş\b|təşkilat|siyasət|evi|mərkəz|idarə|təlim|üçün|dərs|fond)\w*",
            r"(?:şirkət|müəssisə|mağaza|firma|bazar|klinika)\w*(?: \w+){0,2} \d+ yaş\w*",
            r"\d+ yaş\w* (?:var|tamam oldu|qeyd)\w*",
            r"(?:yaş\w* )?1[0-8] ?\+",
            r"<SERVED>(?: \w+){0,3} \d+(?: ?(?:-|–) ?\d+)? yaş\w*|\d+(?: ?(?:-|–) ?\d+)? yaş\w*(?: \w+){0,2} <SERVED>",
            r"\d+ yaş\w*(?: olan)? (?:\w+ )?(?:şirkət|müəssisə|mağaza|firma|klinika|bina|brend|zavod|fabrik|sex|məktəb|otel|ağac|bağ|maşın|avtomobil|traktor|avadanlıq|ev)\w*",
        ],
        Kind.APPEARANCE: [
            r"(?:vitrin|mağaza|məhsul|otaq|zal|masa(?!j)|məkan|bina|həyət|bağ(?!ban)|tort|xörək|yemək|sayt|səhifə|ofis(?!iant)|şəhər|avtomobil|dükan|rəf|qab(?!yuyan)|paltar|geyim|saç)\w*(?: \w+){0,3} (?:görünüş|görün|görkəm|gözəl)\w*",
            r"(?:yük|bağlama|qutu|kisə|mal|baqaj|paket|məhsul|maşın)\w*(?: \w+){0,3} çəki\w*(?: [4-9]\d kq)?",
            r"(?:səliqəli|təmiz|iş|peşəkar)(?: və \w+)? (?:xarici )?(?:görünüş|görkəm)\w*",
        ],
        Kind.MARITAL_FAMILY: [
            r"(?:evli|subay|ailə vəziyyəti|uşaqlı|uşağı|boşanmış|ailəli)\w*(?: (?!<ASKED>)\w+){0,7} <NO>",
            r"(?:evli|ailəli|subay|uşaqlı|hamilə)\w* \w+l[aə]r[iı]m[iı]z\w*(?! ~<REFUSED>)|(?:evli|ailəli|subay|uşaqlı|hamilə|boşanmış|uşağı olan)\w*(?: \w+)? üçün (?!iş\b|iş yer|vakansiya|elan)\w+",
            r"(?:uşaqlı|azyaşlı uşağı olan|hamilə|ailəli|uşağı olan)\w*(?: \w+){0,2} (?:üçün )?(?:\w+ ){0,2}(?:əlverişli|uyğun|rahat|geyim|kurs|idman|yoqa|paltar|güzəşt|qrafik|otaq|menyu)\w*",
            r"(?:uşaqlı|evli|gənc|subay)\w* (?:\w+ )?(?:ailə|cüt|qonaq|müştəri|məkan|otaq|gecə|mənzil)\w*",
            r"(?:uşaqlı|hamilə|ailəli|subay|boşanmış)\w*(?: \w+){0,3} (?:da|də)\b(?: \w+){0,3} (?:ola bil|olar|müraciət|qəbul|işləyə|gələ|uyğun)\w*",
            r"(?:uşaqlı|hamilə|ailəli|boşanmış|subay)\w*(?: \w+){0,4} (?:<WELCOME>|müraciəti qəbul)",
            r"hamilə\w*(?: qadın\w*)?(?: \w+){0,3} (?:<CARE>|həkim|müayinə|klinika|qəbul(?:u|una)|izlə)\w*",
        ],
    },
    parts={
        "SHE": _SHE, "HE": _HE, "REFUSED": _REFUSED, "THING": _THING, "CARE": _CARE, "NO": _NO_MATTER, "WELCOME": _WELCOME,
        "ONE": _ONE, "CHILD": _CHILD, "ASKED": _ASKED, "SERVED": _SERVED,
    },
)  # fmt: skip
