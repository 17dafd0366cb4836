"""After the vocabulary changed, all texts are read again: step by step, and what a person decided stays."""

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from crm import background
from crm.db import now
from crm.extensions import db
from crm.members import understanding
from crm.members.enums import ConceptSource
from crm.members.models import Member
from crm.members.operations import pick_concept, register_member, set_concepts
from crm.skills import editing, merging, phrases, rereading, vocabulary
from crm.skills.models import Rereading, UnknownPhrase
from crm.vacancies import operations as vacancies
from crm.vacancies.models import Vacancy
from crm.vacancies.operations import draft_vacancy, set_needs
from tests import factories


def woman(text: str) -> Member:
    return register_member(centre_id=factories.centre().id, first_name="Aygün", skills_text=text)


def codes(record: Member | Vacancy) -> set[str]:
    db.session.expire_all()
    rows = record.concepts if isinstance(record, Member) else record.needs
    return {row.concept.code for row in rows}


def read_all() -> int:
    """How many steps it took."""
    turn, steps = rereading.Turn(), 0
    while background.once(turn.step):
        steps += 1
    return steps


def add(words: str, code: str = "sewing") -> None:
    concept = factories.concept(code)
    rereading.begin(concept=concept, forms=[editing.add_form(concept=concept, language="az", text=words)])
    db.session.commit()


def test_words_understood_from_now_on_become_skills_and_needs_of_what_was_written_before(staff: FlaskClient) -> None:
    member, other = woman("zınqırovlayıram"), woman("tort bişirirəm")
    opening = draft_vacancy(partner=factories.partner(), text="Zınqırovlayan tələb olunur")
    concept = factories.concept("sewing")
    db.session.commit()
    before = codes(other)
    url = f"/skills/{concept.id}"
    assert factories.post(staff, f"{url}/forms", form_at=url, text="zınqırovlamaq", language="az").status_code == 303
    assert 'hx-trigger="every 2s"' in staff.get(url).text
    read_all()
    assert codes(member) == {"sewing"}
    assert codes(other) == before
    assert "sewing" in codes(opening)
    assert "every 2s" not in staff.get(url).text
    assert "Bütün mətnlər yenidən oxundu" in staff.get("/skills/progress", headers={"HX-Request": "true"}).text


def test_what_a_person_chose_or_took_away_stays(app: Flask) -> None:
    chosen, freed = woman("zınqırovlayıram"), woman("tikiş tikirəm, zınqırovlayıram")
    pick_concept(member=chosen, concept=factories.concept("cook"))
    rows = {row.id for row in freed.concepts}
    set_concepts(member=freed, levels={}, removed=rows)
    taken_away = draft_vacancy(partner=factories.partner(), text="Tikişçi. Zınqırovlayan.")
    set_needs(vacancy=taken_away, needs=[])
    add("zınqırovlamaq", "knitting")
    read_all()
    assert codes(chosen) == {"cook", "knitting"}
    assert codes(freed) == {"knitting"}
    assert codes(taken_away) == {"knitting"}


def test_words_switched_off_take_back_only_what_was_read_from_them(app: Flask) -> None:
    add("zınqırovlamaq", "knitting")
    read, sure = woman("zınqırovlayıram"), woman("zınqırovlayıram")
    level = {row.id: 3 for row in sure.concepts}
    set_concepts(member=sure, levels=level, removed=set())
    assert codes(read) == {"knitting"}
    concept = factories.concept("knitting")
    form = next(form for form in concept.forms if form.text == "zınqırovlamaq")
    editing.switch_form(form=form, active=False)
    rereading.begin(concept=concept, forms=[form])
    db.session.commit()
    read_all()
    assert codes(read) == set()
    assert codes(sure) == {"knitting"}
    assert [row.source for row in sure.concepts] == [ConceptSource.PICKED]


def test_it_goes_on_where_it_stopped(app: Flask) -> None:
    women = [woman("zınqırovlayıram") for _ in range(rereading.READ + 2)]
    add("zınqırovlamaq")
    first = rereading.Turn()
    assert background.once(first.step)  # makes ready
    assert background.once(first.step)
    assert codes(women[0]) == {"sewing"}
    assert codes(women[-1]) == set()
    assert not background.once(rereading.Turn().step)  # somebody is at it
    reading = db.session.scalars(select(Rereading)).one()
    assert 0 < reading.done < reading.total
    reading.busy_until = now() - timedelta(seconds=1)  # the process ended
    db.session.commit()
    assert read_all() >= 2
    assert codes(women[-1]) == {"sewing"}
    assert not background.once(first.step)
    assert reading.done == reading.total
    assert reading.changed == len(women)


def test_two_changes_are_read_one_after_the_other(app: Flask) -> None:
    member = woman("zınqırovlayıram, dınqırovlayıram")
    add("zınqırovlamaq")
    add("dınqırovlamaq", "knitting")
    read_all()
    assert codes(member) == {"sewing", "knitting"}


def test_the_command_line_reads_what_is_left(app: Flask) -> None:
    member = woman("zınqırovlayıram")
    add("zınqırovlamaq")
    assert app.test_cli_runner().invoke(args=["skills", "reread"]).exit_code == 0
    assert codes(member) == {"sewing"}


def test_after_a_merge_every_text_already_says_what_was_moved_so_none_is_read_again(app: Flask) -> None:
    before = vocabulary.current()
    member = woman("dərzi işləyib, tikiş tikir")
    opening = draft_vacancy(partner=factories.partner(), text="Dərzi axtarırıq, tikiş tikməyi bacarsın.")
    assert "tailor" in codes(member) & codes(opening)
    merging.merge(concept=factories.concept("tailor"), into=factories.concept("sewing"))
    held = codes(member), codes(opening)
    assert not understanding.understand_again(member=member, words_before=before)
    assert not vacancies.understand_again(vacancy=opening, words_before=before)
    assert (codes(member), codes(opening)) == held
    assert "tailor" not in held[0] | held[1]


def test_reading_again_counts_no_words_as_typed_once_more(app: Flask) -> None:
    member = woman("zınqırov düzəldirəm")
    draft_vacancy(partner=factories.partner(), text="Zınqırov düzəldirəm")
    db.session.commit()
    phrase = db.session.scalars(select(UnknownPhrase).where(UnknownPhrase.match_key.contains("zin"))).first()
    assert phrase is not None
    typed, concept = phrase.times, factories.concept("sewing")
    rereading.begin(concept=concept, forms=[phrases.attach(phrase=phrase, concept=concept, language="az")])
    db.session.commit()
    read_all()
    assert codes(member) == {"sewing"}
    rereading.begin(concept=concept, forms=phrases.take_up_again(phrase=phrase))
    db.session.commit()
    read_all()
    assert codes(member) == set()
    db.session.refresh(phrase)
    assert phrase.times == typed
