"""English sentences that are claims although they hold a word of negation, warning, report or question.

Each ``<...>`` must be found.
"""

from __future__ import annotations

import pytest
import tiny_rules
from claims import marked
from claims.test_english_mentions import english_engine

from adcheck.engine import Engine

CLAIMS = [
    # negation that is the claim, or of something else
    "<No side effects>, no worries.",
    "Our peel has <no downtime>.",
    "It <never fails>.",
    "<Without surgery>, without scars.",
    "You <won't feel a thing>.",
    "No needles, no knives, <guaranteed results>.",
    "No surgery, no drugs: <cures back pain>.",
    "Without needles or pills, the patch <ends migraine>.",
    "No more glasses: <perfect vision> in a day.",
    "Not only <cures> acne but stops it coming back.",
    "No surgery—<guaranteed results>.",
    "It doesn't just <treat symptoms>.",
    "It doesn't just mask pain, it <cures> it.",
    "This is not just relief, this is a <cure>.",
    "Nothing <works faster>.",
    "Nothing beats our <painless> laser.",
    "No other clinic has <higher success rates>.",
    "No one <treats hair loss> better than we do.",
    "There's no better way to <get rid of wrinkles>.",
    "There is nothing we cannot <cure>.",
    "No case is too hard, and <every patient recovers>.",
    "Don't wait: <cure your tinnitus> today.",
    "Don't let eczema rule your life - our balm <heals> it in a week.",
    "Don't miss our <best ever offer>!",
    "Don't suffer any longer when you can be <pain free> tomorrow.",
    "You won't believe how <fast it works>.",
    "You can't go wrong with the <safest> implants.",
    "You will never need to worry about <hair loss> again.",
    "Never again suffer from <migraine>.",
    "Losing weight has never been easier with our <miracle tea>.",
    "If it doesn't <cure> you, you get your money back.",
    "If you are not <pain free> in a week we refund every cent.",
    "We <cure> what others can't.",
    "It works when doctors couldn't <stop the pain>.",
    "No wonder it's the <number one> clinic in town.",
    "No doubt the <most effective> serum ever made.",
    "Why not get rid of <cellulite> for good?",
    "Not satisfied? <100% success> or your money back.",
    "It's no secret that our surgeons are <the best>.",
    "You don't need surgery to <reverse> your arthritis.",
    "There is no need to live with pain, because we <cure> it.",
    "No false promises, just <guaranteed results>.",
    "Not a scam: it <melts fat> while you sleep.",
    "I could not walk, and now I am <completely cured>.",
    "I didn't believe it, but my <psoriasis is gone>.",
    "We never compromise on quality, so you get <perfect teeth>.",
    "Big pharma doesn't want you to know this <cancer cure>.",
    "Nobody leaves our clinic without a <perfect smile>.",
    "I never thought anything could <cure> my cough, but this did.",
    "You can't buy a more <powerful detox>.",
    "Until now there was no <cure for tinnitus>. Now there is.",
    "Stop wasting money on creams that don't work and get rid of <cellulite> for good.",
    # a disclaimer, then the claim
    "We can't promise miracles, but you will be <pain free> in 3 days.",
    "Results may vary, but most clients <lose 10 lbs> in a week.",
    "Results may vary. <Lose 10 lbs> in a week!",
    "It is not a medicine; it <cures insomnia> naturally.",
    "We don't claim to be perfect, yet our <success rate is 99%>.",
    "This product is not intended to diagnose disease. It <cures> diabetes.",
    "No clinic can promise a baby, however <we come close to 100%>.",
    "While not a substitute for medication, it <eliminates blood pressure problems>.",
    # warnings that sell
    "Beware of cheap imitations: ours is the only <genuine cure>.",
    "Beware of imitations - our serum <erases wrinkles>.",
    "Don't trust your smile to anyone but the <best dentist>.",
    "Avoid surgery with our <instant face lift>.",
    "Stay away from painkillers and <heal naturally>.",
    "Don't be fooled by the price, it <works miracles>.",
    "Fraud protection on every order, and <guaranteed results>.",
    # questions that sell
    "Want to <get rid of acne> forever?",
    "Tired of diets? <Lose 20 pounds> now.",
    "Are you ready for <perfect skin>?",
    "Do you want to <reverse diabetes>?",
    "Looking for the <best dentist> in town?",
    "What if you could <cure anxiety> in a day?",
    "Why choose us? <Highest success rate>!",
    "Why is our clinic <the best>?",
    "How does it <melt fat> so quickly?",
    "Can it <cure> snoring? Yes, it can!",
    "Can we <cure> your back pain in one visit?",
    "Did you know that zinc <kills viruses>?",
    "Wouldn't it be great to be <pain free> by Friday?",
    # talk of law and reports that sells
    "FDA approved and <100% safe>.",
    "As the rules require, we are licensed, and our laser is <risk free>.",
    "Banned by big pharma because it <cures> too well.",
    "Doctors said it was impossible, but she <beat cancer>.",
    "Our claims are backed by science: <wrinkles vanish>.",
    "Our promise: <guaranteed results>.",
    "Unlike misleading ads elsewhere, our clinic delivers <permanent results>.",
    "Clinically proven to <reverse hair loss> in 12 weeks.",
    "Researchers confirmed that the berry <melts belly fat>.",
    "In a study of 40 women the cream was proven to <erase wrinkles>.",
    "Our team found a <cure> for baldness.",
    "We are proud to offer a <cure> for baldness.",
    # advice that sells
    "Talk to our doctors about our <painless> laser.",
    "Ask us how to <get rid of snoring>.",
    "Book now and see your <pain disappear>.",
    "Take two capsules a day and <say goodbye to joint pain>.",
    # quotation marks for stress and stories
    "Patients call it \"<the miracle clinic>\".",
    "“<It cured my asthma>”, says Ms Hale of Leeds.",
    "\"<Best clinic ever>!\" - Tom, 41.",
    "After two sessions her pain had <vanished completely>.",
    "The <best> in town for dental implants.",
    "The first hospital visit will <cure> you.",
]  # fmt: skip


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return english_engine(tmp_path_factory.mktemp("rules"), CLAIMS)


@pytest.mark.parametrize("written", CLAIMS, ids=range(len(CLAIMS)))
def test_claim(engine: Engine, written: str) -> None:
    sentence = marked.read(written)
    assert not marked.problems(sentence, tiny_rules.check(engine, sentence.text), set())


def test_open_question_is_lowered(engine: Engine) -> None:
    outcome = tiny_rules.check(engine, "Where can I find the best dentist?")
    assert [(h.folded, h.severity, h.judgement.reason) for h in outcome.hits] == [
        ("best dentist", "warning", "open-question")
    ]
