"""The form field for a village or town: what is understood, what is asked back, what stays in the box."""

from typing import Any

import pytest
from flask import Flask, render_template_string
from markupsafe import escape

from crm.extensions import db
from crm.forms import Form
from crm.places.fields import place
from crm.places.models import Settlement
from tests import factories

PAGE = '{% from "_macros/forms.html" import field %}{{ field(form.settlement_id) }}'


class OptionalForm(Form):
    settlement_id = place("Village or town")


class RequiredForm(Form):
    settlement_id = place("Village or town", required=True)


def filled(app: Flask, typed: str, kind: type[Form] = OptionalForm, **more: Any) -> tuple[bool, Any, str]:
    """Whether the form is right, the field's data, and the field as the person sees it."""
    with app.test_request_context("/?x", method="POST", data={"settlement_id": typed}):
        form = kind(meta={"csrf": False}, **more)
        right = form.validate()
        return right, form.settlement_id.data, render_template_string(PAGE, form=form)


@pytest.mark.parametrize(
    "typed", ["Xıllı, Neftçala", "xilli", " XILLI ", "Xıllı (Neftçala rayonu)", "Хыллы", "Xıllı qəs."]
)
def test_staff_writing_the_name_in_any_way_chooses_the_village(app: Flask, typed: str) -> None:
    right, data, _ = filled(app, typed)
    assert right
    assert data == factories.settlement("Xıllı").id


def test_a_town_wins_over_the_need_to_say_its_rayon(app: Flask) -> None:
    assert filled(app, "şəki")[1] == factories.settlement("Şəki").id


def test_a_village_of_two_rayons_is_asked_back_with_both(app: Flask) -> None:
    right, data, html = filled(app, "yenikend")
    assert not right
    assert data is None
    assert "Yenikənd, Sabirabad; Yenikənd, Neftçala" in html or "Yenikənd, Neftçala; Yenikənd, Sabirabad" in html
    assert '<option value="Yenikənd, Neftçala">' in html
    assert 'value="yenikend"' in html
    assert filled(app, "yenikend, neftcala")[0]


def test_a_slip_is_answered_with_what_may_be_meant_and_stays_in_the_box(app: Flask) -> None:
    right, data, html = filled(app, "Qalaqayn")
    assert (right, data) == (False, None)
    assert "Qalaqayın, Sabirabad" in html
    assert 'value="Qalaqayn"' in html
    assert "Xıllı, Neftçala" in filled(app, "Xıllı, Bakı")[2]


@pytest.mark.parametrize("typed", ["Atlantis", "\x00\x00Zzz", "q" * 300, "<script>"])
def test_an_unknown_place_is_an_error_beside_the_field(app: Flask, typed: str) -> None:
    right, data, html = filled(app, typed)
    assert (right, data) == (False, None)
    assert 'aria-invalid="true"' in html
    assert str(escape(typed.replace("\x00", ""))) in html


def test_an_empty_place_is_fine_unless_it_is_needed(app: Flask) -> None:
    assert filled(app, "  ")[:2] == (True, None)
    assert filled(app, "", RequiredForm)[0] is False
    assert filled(app, " ", RequiredForm)[0] is False


def test_a_record_opened_again_shows_the_name_and_an_emptied_box_clears_it(app: Flask) -> None:
    member = factories.member(settlement=factories.settlement("Bankə"))
    with app.test_request_context("/"):
        form = OptionalForm(obj=member, meta={"csrf": False})
        assert 'value="Bankə, Neftçala"' in render_template_string(PAGE, form=form)
    assert filled(app, "", obj=member)[:2] == (True, None)


def test_a_record_in_one_of_two_places_spelt_alike_can_be_saved_untouched(app: Flask) -> None:
    first = factories.settlement("Xıllı")
    twin = Settlement(rayon=first.rayon, name_az="Xilli", search_text=first.search_text)
    member = factories.member(settlement=factories.save(twin))
    db.session.commit()
    assert filled(app, "Xilli, Neftçala", obj=member)[:2] == (True, twin.id)
