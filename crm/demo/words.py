"""Invented names, phones and the ways people write. Phones begin with a digit that no subscriber number has."""

from random import Random

FIRST = (
    "Aygün Aysel Aynur Aytən Afaq Aliyə Almaz Arzu Bahar Bəsti Billurə Vəfa Vüsalə Qönçə Qumru Gülnar Gülşən "
    "Gülbahar Günel Dilarə Dürdanə Elnarə Elmira Esmira Ellada Əfsanə Əsmər Zəhra Zeynəb Zülfiyyə İradə İlhamə "
    "Yeganə Kəmalə Könül Lalə Ləman Leyla Mahirə Mədinə Məleykə Mehriban Mətanət Mina Nailə Narıngül Nərgiz Nərminə "
    "Nigar Nübar Nuranə Pəri Pərvanə Raya Reyhan Rəna Röya Ruhəngiz Sara Samirə Səbinə Səidə Sevda Sevinc Solmaz "
    "Sürəyya Sədaqət Tamella Təranə Türkan Tünzalə Ülkər Ülviyyə Fatimə Fidan Firuzə Xalidə Xatirə Xuraman Həcər "
    "Hicran Cəmilə Çinarə Şəbnəm Şəhla"
).split()
LAST = (
    "Abbasova Ağayeva Axundova Allahverdiyeva Babayeva Bağırova Bayramova Vəliyeva Qasımova Qədirova Quliyeva "
    "Qurbanova Dadaşova Eyvazova Əliyeva Ələkbərova Əhmədova Əsgərova Zeynalova İbrahimova İsmayılova İsgəndərova "
    "Kazımova Kərimova Mahmudova Məmmədova Mirzəyeva Mustafayeva Muradova Nağıyeva Nəbiyeva Nəsirova Nuriyeva "
    "Orucova Paşayeva Rəhimova Rüstəmova Rzayeva Sadıqova Salmanova Səfərova Soltanova Süleymanova Tağıyeva Umudova "
    "Fərzəliyeva Feyzullayeva Xəlilova Hacıyeva Həsənova Həşimova Hüseynova Cabbarova Cavadova Cəfərova "
    "Şahverdiyeva Şirinova Şükürova"
).split()
FATHER = (
    "Abbas Akif Arif Asif Bəhram Vaqif Vidadi Qabil Qəzənfər Elman Eldar Əli Əhməd Zahid İlqar İsa İslam Kamil "
    "Kərim Mahir Məhərrəm Mübariz Nadir Nazim Natiq Novruz Oqtay Oruc Rafiq Ramiz Rasim Rövşən Sabir Salman Səyavuş "
    "Tofiq Famil Fazil Fikrət Xanlar Həmid Hidayət Cabir Cavanşir Çingiz Şamil Şakir"
).split()
OWNERS = (
    "Elçin Məmmədov|Rəşad Əliyev|Samir Hüseynov|İlqar Quliyev|Vüqar Rzayev|Sevil Kərimova|Anar Babayev|"
    "Natiq Səfərov|Zaur İsmayılov|Tahir Orucov|Mübariz Cəfərov|Ramil Nəbiyev|Aynurə Hacıyeva|Fərid Mirzəyev|"
    "Kənan Şükürov|Oleq Petrov|Emin Ağayev|Rövşən Tağıyev|Könül Vəliyeva|Elnur Salmanov|Azər Mustafayev|"
    "Səbuhi Qasımov|Ceyhun Bayramov|Lamiyə Muradova"
).split("|")

PLAIN = str.maketrans("əƏıİöÖüÜşŞçÇğĞ", "eEiIoOuUsScCgG")


def plain(text: str) -> str:
    """As written on a phone without Azerbaijani letters."""
    return text.translate(PLAIN)


def phone(rng: Random) -> str:
    """+994 50 0xx xx xx: subscriber numbers never begin with 0, so nobody can be rung up by an example."""
    digits = f"{rng.randrange(1_000_000):06}"
    return f"+994 50 0{digits[:2]} {digits[2:4]} {digits[4:]}"
