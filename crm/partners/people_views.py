"""Pages about the people of a partner: contacts, and who signs in for it."""

from flask import Response, url_for
from flask_login import current_user

from crm.access import Permission, may
from crm.accounts import operations as accounts
from crm.i18n import _
from crm.partners import people, queries
from crm.partners.forms import AccessForm, ContactForm, NewContactForm
from crm.partners.models import Partner, PartnerUser
from crm.partners.views import opened
from crm.web import check_version, get_or_404, go_to, page, page_once, rows


@may(Permission.PARTNERS_WRITE)
def new_contact(partner_id: int) -> Response:
    partner, form = opened(partner_id), NewContactForm()
    if not form.validate_on_submit():
        return page("partners/contact.html", form=form, partner=partner, status=422 if form.errors else 200)
    people.add_contact(partner=partner, **form.values())
    return go_to("partners.show", _("Saved."), partner_id=partner.id, _anchor="people")


@may(Permission.PARTNERS_WRITE)
def contact(partner_id: int, contact_id: int) -> Response:
    partner = opened(partner_id)
    person = get_or_404(queries.contacts_visible_to(current_user), id=contact_id, partner_id=partner.id)
    form = ContactForm(obj=person)
    if not form.validate_on_submit():
        if not form.is_submitted():
            form.prefill(person)
        return page("partners/contact.html", form=form, partner=partner, status=422 if form.errors else 200)
    check_version(person, form)
    people.change_contact(contact=person, **form.values())
    return go_to("partners.show", _("Saved."), partner_id=partner.id, _anchor="people")


@may(Permission.PARTNERS_WRITE)
def access(partner_id: int) -> Response:
    partner, form = opened(partner_id), AccessForm()
    wrong = not form.validate_on_submit()
    if not wrong:
        try:
            password = people.give_access(partner=partner, login=form.login.data or "", name=form.name.data or "")
            return _shown_once(partner, form.login.data or "", password)
        except ValueError:
            form.login.errors = [_("Somebody signs in with this e-mail already.")]
    users = rows(queries.users_of(partner))
    status = 422 if form.errors else 200
    return page("partners/access.html", form=form, partner=partner, users=users, status=status)


@may(Permission.PARTNERS_WRITE)
def renew_password(partner_id: int, user_id: int) -> Response:
    link = _signs_in(partner_id, user_id)
    password = people.renew_password(user=link.user)
    return _shown_once(opened(partner_id), link.user.login, password)


@may(Permission.PARTNERS_WRITE)
def switch_access(partner_id: int, user_id: int) -> Response:
    link = _signs_in(partner_id, user_id)
    accounts.set_active(user=link.user, active=not link.user.active)
    return go_to("partners.access", _("Saved."), partner_id=partner_id)


def _shown_once(partner: Partner, login: str, password: str) -> Response:
    again = url_for("partners.access", partner_id=partner.id)
    return page_once("partners/password.html", again=again, partner=partner, login=login, password=password)


def _signs_in(partner_id: int, user_id: int) -> PartnerUser:
    return get_or_404(queries.users_visible_to(current_user), partner_id=partner_id, user_id=user_id)
