"""English sentences that name a forbidden phrase without claiming it, each with the reasons that may be given.

``{...}`` must be dropped, ``<...>`` in the same sentence must still be found.
"""

from __future__ import annotations

import pytest
import tiny_rules
from claims import marked

from adcheck.engine import Engine

NO = "negation|prohibition"
BANNED = "prohibition|negation|quotation|report|law-text|warning"

MENTIONS: list[tuple[str, str]] = [
    # negation and where it ends
    ("There is no {cure} for type 1 diabetes.", NO),
    ("There is currently no known {cure} for tinnitus.", NO),
    ("We do not {guarantee} a particular outcome.", NO),
    ("We do not guarantee {pain relief}, but <most people are cured in a week>.", NO),
    ("We can't promise {miracles}, but you will be <pain free in 3 days>.", NO),
    ("This mouthwash cannot {cure} gum disease.", NO),
    ("The programme won’t {cure} arthritis.", NO),
    ("Laser therapy does not {cure} rosacea; it can calm flushing.", NO),
    ("This product is not intended to {diagnose}, {treat}, {cure} or {prevent} any disease.", "negation|prohibition|required-statement"),
    ("These statements have not been evaluated by the Food and Drug Administration; nothing here is meant to {treat} disease.", NO),
    ("No operation is {risk free}.", NO),
    ("No surgery is ever completely {without risk}.", NO),
    ("No treatment can {guarantee} a straight spine.", NO),
    ("No medicine is {100% safe}.", NO),
    ("There is no such thing as a {miracle cure}.", NO),
    ("There's no guarantee of {success} with any fertility treatment.", NO),
    ("Nobody can promise a {perfect result}.", NO),
    ("Nothing {cures} the common cold.", NO),
    ("Fillers are not {permanent} and need topping up.", NO),
    ("Your new teeth are not {indestructible}.", NO),
    ("A second session isn't a {guarantee} of clearer skin.", NO),
    ("Vitamin C has never been shown to {prevent} flu.", NO),
    ("The gel neither {cures} nor {prevents} cold sores.", NO),
    ("It is impossible to {guarantee} results in advance.", NO),
    ("There is no evidence that copper bracelets {relieve arthritis}.", NO),
    ("There is little evidence that the tea {melts fat}.", NO),
    ("Homeopathy lacks scientific evidence that it {heals} anything.", NO),
    ("Braces are unlikely to give you {perfect teeth} overnight.", NO),
    ("Results are never {guaranteed}.", NO),
    ("A {complete recovery} cannot be guaranteed.", NO),
    ("{Permanent results} are not possible with this peel.", NO),
    ("{Miracle cures} do not exist.", NO),
    ("{Total pain relief} is unrealistic for most people.", NO),
    ("A {cure for hair loss} has not yet been found.", NO),
    ("The cream treats the itch but does not {cure} eczema.", NO),
    ("The implant is far from {painless}.", NO),
    ("Surgery is rarely {pain free}.", NO),
    ("It's not a {magic bullet}.", NO),
    ("We offer no {quick fixes}.", NO),
    ("You will not be {scar free}.", NO),
    ("Without promising a {cure}, the physiotherapist explains each step.", NO),
    ("Our dietitians never claim that food {cures cancer}.", NO),
    ("We don't say we're {the best}.", NO),
    ("Chemical peels aren't suitable for everyone and don't {erase wrinkles}.", NO),
    # prohibition
    ("Advertisers must not state or imply that a product can {cure} dementia.", BANNED),
    ("Never claim that a supplement {treats depression}.", BANNED),
    ("Do not use words such as {miracle}, {painless} or {guaranteed}.", BANNED),
    ("Avoid terms like {world class} and {best in town}.", BANNED),
    ("Refrain from describing the procedure as {risk free}.", BANNED),
    ("You may not advertise {botox} to the public.", BANNED),
    ("Clinics are prohibited from using {patient testimonials}.", BANNED),
    ("It is unlawful to offer to {treat cancer} in an advertisement.", BANNED),
    ("Staff should not tell patients that surgery is {totally safe}.", BANNED),
    ("Please remove the phrase '{instant results}' from the leaflet.", BANNED),
    ("Replace \"{cures}\" with \"may help ease\".", BANNED),
    ("The copy must never promise {permanent} hair removal.", BANNED),
    ("Practitioners cannot claim to be {the safest} in the country.", BANNED),
    ("The code forbids any reference to {prescription drugs} by name.", BANNED),
    ("Claims to {reverse ageing} are not permitted.", BANNED),
    ("Statements such as \"{100% effective}\" are misleading.", BANNED),
    ("The claim “{clinically proven}” requires robust evidence.", BANNED),
    ("“{Guaranteed weight loss}” should not appear in the headline.", BANNED),
    ("The words '{no side effects}' breach the advertising code.", BANNED),
    ("Section 4 bans advertisements that offer to {treat} any person for cancer.", BANNED),
    ("A person must not advertise a health service with a {testimonial}.", BANNED),
    ("Rule 12.10 says a product is not {safe because it is natural}.", BANNED + "|negation"),
    # quotation
    ("The so-called {miracle diet} was a book of recipes.", "quotation"),
    ("What does \"{clinically tested}\" mean in an ad?", "quotation|question"),
    ("A self-proclaimed {world's best healer} was on the radio.", "quotation"),
    ("His talk, titled \"{The end of back pain}\", drew a small crowd.", "quotation"),
    ("The term '{detox}' has no medical meaning.", "quotation|negation"),
    # warnings
    ("Beware of ads that promise a {cure}.", BANNED),
    ("Be wary of anyone who offers {guaranteed results}.", BANNED),
    ("Be sceptical of any clinic that says its surgery is {painless}.", BANNED),
    ("Steer clear of websites selling {miracle pills}.", BANNED),
    ("Watch out for claims of {overnight} healing.", BANNED),
    ("If a product claims to {cure everything}, it is probably a scam.", BANNED),
    ("Red flags include {100% success} and pressure to pay at once.", BANNED),
    ("Don't fall for promises of a {quick fix}.", BANNED),
    ("A {secret formula} is a warning sign of health fraud.", BANNED),
    ("Offers of a {lifetime cure} sound too good to be true.", BANNED),
    # reports
    ("The ASA told the advertiser not to state that the device could {treat asthma}.", BANNED),
    ("The FTC charged the company with claiming its tea {melts away fat}.", BANNED),
    ("The watchdog upheld a complaint about a poster that said \"{pain gone in minutes}\".", BANNED),
    ("A clinic was fined for claiming to {reverse autism}.", BANNED),
    ("The firm falsely advertised its drops as a {cure for deafness}.", BANNED),
    ("The seller was convicted of promoting bleach as a {cure}.", BANNED),
    ("The court heard that he called himself {the best surgeon in Europe}.", BANNED),
    ("The regulator warned consumers about pills sold as a {natural Viagra}.", BANNED),
    ("The ad claimed that the patch {stops snoring}.", BANNED),
    ("Misleading claims such as {instant weight loss} are common online.", BANNED),
    ("Myth: garlic {cures} ear infections.", BANNED),
    ("It is a myth that carrots give you {perfect eyesight}.", BANNED),
    ("Fact check: lemon water does not {kill cancer cells}.", BANNED),
    ("Some sellers advertise the oil as {harmless}.", BANNED),
    ("Contrary to popular belief, antibiotics do not {cure colds}.", BANNED),
    ("Inspectors found the shop's website promised a \"{lifetime guarantee}\" on implants and ordered changes.", BANNED),
    ("The company's unproven claims included {boosts immunity} and {prevents flu}.", BANNED),
    # research and hope
    ("Scientists are still searching for a {cure} for motor neurone disease.", "research"),
    ("She ran ten kilometres to raise money for a {cure}.", "research"),
    ("We hope to find a {cure} for childhood leukaemia.", "research"),
    ("The trial will investigate whether the vaccine can {prevent malaria}.", "research"),
    ("Participants were randomised to acupuncture or sham, and {pain relief} was the primary outcome.", "research"),
    ("Results: {success rates} did not differ between groups (p = 0.41).", "research|negation"),
    ("Researchers hope the gene therapy will one day {restore sight}.", "research"),
    # advice and risks
    ("Ask your doctor which {treatment is best} for you.", "advice"),
    ("Speak to your pharmacist about {safe pain relief}.", "advice"),
    ("Common {side effects} include headache and nausea.", "advice"),
    ("Do not stop taking your tablets even if you feel {completely better}.", "advice|negation|prohibition"),
    ("Individual {results} may vary.", "required-statement"),
    # questions of readers
    ("Can turmeric {cure} arthritis?", "question"),
    ("Is laser eye surgery {safe}?", "question"),
    ("Does collagen really {reverse ageing}?", "question"),
    ("Are veneers {painless}?", "question"),
    ("What is {the best} treatment for migraine?", "question"),
    ("How long until I am {pain free}?", "question"),
    ("Q: Will the implant {last forever}?", "question"),
    ("Is there a {cure} for lupus?", "question"),
    # names
    ("A donation was made to the {Cure} Brain Cancer Foundation.", "name"),
    ("Join the Race for the {Cure} on Sunday.", "name|research"),
    ("He wears a {Miracle}-Ear hearing aid.", "name"),
    ("Staff follow the {Best} Practice Guidelines on hand hygiene.", "name"),
    ("She trained at the {First} People's Hospital.", "name"),
    ("Every decision is made in the {best} interests of the child.", "name"),
    # patients in the news
    ("The boy made a {full recovery} and was discharged on Friday.", "history"),
    ("We wish every patient a {speedy recovery}.", "history"),
]  # fmt: skip


def english_engine(folder: object, sentences: list[str]) -> Engine:
    """An engine whose one English rule looks for every marked phrase."""
    phrases = sorted(set().union(*(marked.read(s).phrases for s in sentences)))
    text = tiny_rules.rule_text(terms=phrases, lang="en")
    return tiny_rules.engine_over(tiny_rules.write_rules(folder, text))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return english_engine(tmp_path_factory.mktemp("rules"), [written for written, _ in MENTIONS])


@pytest.mark.parametrize(("written", "reasons"), MENTIONS, ids=range(len(MENTIONS)))
def test_mention(engine: Engine, written: str, reasons: str) -> None:
    sentence = marked.read(written)
    assert not marked.problems(sentence, tiny_rules.check(engine, sentence.text), set(reasons.split("|")))
