"""Names that are borne in Azerbaijan and lie one letter from another: Nigar is no misspelt Nigarə. Not complete, and it
need not be: of two names that are nearly the same, both known, neither is the other's typing mistake."""

from functools import cache

from crm.members.sounds import family_stem, sound

_NAMES = """
Afət Afaq Aida Aygün Ayan Aynur Aynurə Aysel Ayselə Aysu Aysun Aytac Aytən Ayşən Ayşə Almaz Amalya Amina Arzu Arifə
Aliyə Aləm Aybəniz Bahar Banu Basira Bəsti Bənövşə Billurə Validə Vəfa Vəsilə Vüsalə Qaratel Qənirə Qəmər Qönçə Qumru
Gövhər Gülay Gülbahar Gülər Gülarə Gülnar Gülnarə Gülnaz Gülsüm Gülşən Gülşənə Günay Günel Güllü Dilarə Dilbər Dürdanə
Elmira Elnarə Elnurə Elvira Elza Ellada Esmira Əfsanə Əminə Əsli Əsmər Əsmayə Zəhra Zemfira Zeynəb Zərifə Zəminə Zöhrə
Zülfiyyə İlahə İlhamə İradə İnci İlkanə Yasəmən Yeganə Kamilə Kəmalə Kəmale Könül Lalə Laləzar Lamiyə Ləman Lətifə
Leyla Leylan Mahirə Maya Mayisə Mədinə Məlahət Məleykə Məryəm Mərziyə Mətanət Mehriban Mina Mirvari Münəvvər Nailə
Naidə Narınc Nazlı Nazilə Nəcibə Nərgiz Nərmin Nərminə Nəzakət Nigar Nigarə Nisə Nubar Nuranə Nuriyə Nurlanə Pakizə
Pəri Pərvanə Pərvin Raifə Raisə Ramilə Rahilə Rəfiqə Rəhilə Rəhimə Rəna Rəşidə Reyhan Röya Ruhəngiz Ruqiyyə Sadiqə
Sabirə Sahilə Salatın Samirə Sara Sevda Sevər Sevil Sevinc Səadət Səbinə Səidə Səkinə Səlimə Səmayə Səmərə Sənubər
Solmaz Sona Südabə Sürəyya Şahnaz Şəbnəm Şəfiqə Şəhla Şəlalə Şərqiyyə Tamara Tamilla Təranə Təhminə Turanə Tünzalə
Türkan Türkanə Ülkər Ülviyyə Ülviyə Ulduz Fatimə Fatma Fəridə Fəranə Fəxriyə Fidan Firuzə Firəngiz Xalidə Xanım Xatirə
Xavər Xədicə Xəyalə Xumar Xuraman Həcər Həmidə Həqiqət Hicran Hökümə Cahan Cəmilə Ceyran Çiçək Çimnaz Çinarə
Abbas Akif Adil Arif Aqil Asif Azad Azər Aydın Alim Bəhram Vahid Vaqif Valeh Vəli Vidadi Qabil Qadir Qulu Elçin Elman
Elmar Elxan Elşad Eldar Etibar Əbil Əflatun Əhməd Əkrəm Əli Ələkbər Əsəd Əvəz Zahid Zakir Zaur Zeynal Ziya İbrahim
İdris İlham İlqar İlyas İsa İslam İsmayıl Kamal Kamil Kamran Kərim Maarif Mahir Mahmud Malik Mehdi Məhərrəm Məmməd
Məhəmməd Mirzə Musa Mustafa Mübariz Müslüm Nadir Namiq Nazim Natiq Nəriman Nəsib Nizami Novruz Nurəddin Nuru Oqtay
Oruc Pərviz Rafiq Ramiz Ramil Rasim Rəhim Rəhman Rəşid Rəşad Rövşən Ruslan Rüstəm Sabir Sahib Salman Samir Sədi Səfər
Səməd Sərdar Səyavuş Süleyman Şahin Şakir Şamil Şirin Şükür Tahir Talıb Tapdıq Teymur Telman Tofiq Famil Faiq Fazil
Fərhad Fikrət Firudin Füzuli Xalid Xanlar Xəlil Habil Hacı Həmid Həsən Hidayət Hüseyn Cabbar Cabir Cavad Cavid Cəfər
Cəlal Cəmil Ceyhun Çingiz
""".split()
_STEMS = """
Abbas Abdulla Ağa Ağakişi Adıgözəl Axund Allahverdi Aslan Ataki Baba Babakişi Bağır Bayram Bəkir Vəli Verdi Qasım Qafar
Qədir Qəhrəman Qulu Qurban Dadaş Dəmir Eyvaz Ələkbər Ələsgər Əli Əmir Əmiraslan Əhməd Əsgər Əzim Zaman Zeynal İbrahim
İbad İmam İmran İsgəndər İsmayıl Yaqub Yusif Kazım Kamal Kərim Lətif Mahmud Mehdi Məhərrəm Məmməd Məmmədəli Məhəmməd
Mirzə Murad Musa Mustafa Mürsəl Nağı Nəbi Nəcəf Nəsib Nəsir Niftalı Novruz Nuru Nurəli Orucəli Oruc Paşa Pənah Rəcəb
Rəhim Rəhman Rəsul Rüstəm Rza Sadıq Salah Salman Seyid Səfər Səfəralı Səlim Səməd Soltan Sultan Süleyman Şahbaz
Şahverdi Şərif Şirin Şükür Tağı Talıb Teymur Umud Fərəc Fərzəli Fətəli Feyzulla Xəlil Xudu Həmid Həsən Həşim Hacı Heydər
Hüseyn Cabbar Cavad Cəbrayıl Cəfər Cəlil Çobanlı
""".split()


@cache
def known_first() -> frozenset[str]:
    return frozenset(sound(name) for name in _NAMES)


@cache
def known_stems() -> frozenset[str]:
    return frozenset(family_stem(sound(name + ("yeva" if name[-1] in "aəeiıouöü" else "ova"))) for name in _STEMS)
