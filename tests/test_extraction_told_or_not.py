"""Without, years after, not guilty: what such words take back, and what they do not."""

import pytest

from advisory.model.text import Report
from tests.builders_extraction import reader


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("The lorries crossed Wamba without being attacked on Friday, the driver said.", False),
        ("There was neither an explosion nor a fire in Wamba on Friday, the mayor said.", False),
        ("Ten years after a bomb killed four people in Wamba, a school was opened.", False),
        ("Ten years after a blast at a hotel, in which nine were killed, violence grows.", False),
        ("Five years after an ambush in Ber, where four men were killed, all is calm.", False),
        ("The measles outbreak in Wamba was declared over on Friday.", False),
        ("The ministry declared the end of the measles outbreak in Wamba.", False),
        ("Ten years after he fled, the trader was shot dead in Wamba on Friday.", True),
        (
            "The mayor prayed on Friday where soldiers fired on farmers in Wamba ten years ago.",
            False,
        ),
        ("The trader, who fled ten years ago, was shot dead in Wamba on Friday.", True),
        ("A jury found the farmer not guilty of shooting two men in Wamba on Friday.", False),
        ("The rebels rejected the charge that they shelled a clinic in Wamba on Friday.", False),
        ("A novelist was stabbed in Wamba on Friday.", True),
        ("The novelist killed off his hero in Wamba on Friday.", False),
        (
            "The army joined an annual exercise in Wamba, where troops stormed a bus on Friday.",
            False,
        ),
        ("Forty drones were shot down over Wamba on Friday, the air force said.", False),
        ("A helicopter was shot down over Wamba on Friday.", True),
        ("The news fell like a bomb on Wamba on Friday.", False),
        ("A gang kidnaps the wrong twin near Wamba, and the call goes to a convent.", False),
        ("A gang kidnapped a trader near Wamba on Friday, and the call went to a convent.", True),
        ("A mayor in Wamba criticised the law on Friday, calling it an assault on farmers.", False),
        ("Contrary to rumours, no church was burned down in Wamba on Friday.", False),
        ("Wreaths were laid in Wamba on Friday where a bomb tore through a bus in 1998.", False),
        ("Gunmen killed a mayor elected in 1998 in Wamba on Friday.", True),
        ("So many as 87 farmers were murdered in Wamba in 2024, a watchdog said.", False),
        ("Hours after they had agreed to stop it, shells fell on Wamba on Friday.", True),
        ("Sons of the convicted men set fire to the court in Wamba on Friday.", True),
        ("Cadets had joined an exercise. A bomb went off in Wamba on Friday.", True),
        ("Cadets had joined an exercise. Then the fort of Wamba was stormed.", False),
        ("The group vowed on Friday to burn every school in Wamba.", False),
        ("The group vowed on Friday to fight on, and burned a school in Wamba.", True),
        ("Rebels attack any lorry that leaves Wamba, the mayor said on Friday.", False),
        ("One in four women in Wamba said on Friday that she had been attacked.", False),
        ("One of four women in Wamba was attacked by gunmen on Friday.", True),
        ("Nurses held an exercise in Wamba on Friday in which a bomb injured 30 people.", False),
        ("A bomb injured 30 people in Wamba on Friday during an exercise of the nurses.", True),
        ("A thriller set in Wamba follows a clerk who hunts the gang that killed nine.", False),
        ("Wamba kept the tenth anniversary of the attack on its market on Friday.", False),
        ("The mayor of Wamba came under fire on Friday over the price of bread.", False),
        ("The mayor of Wamba came under fire on Friday near his house.", True),
        ("The mayor was ambushed by reporters in Wamba on Friday.", False),
        ("The mayor was ambushed by gunmen in Wamba on Friday.", True),
        ("There was no fighting in Wamba on Friday.", False),
        ("The council of Wamba killed a plan for a bridge on Friday.", False),
        ("The storm season ended in Wamba on Friday.", False),
        ("The clerk of Wamba was bombarded with threats on Friday.", False),
        ("The mayor of Wamba was under siege on Friday over the price of rice.", False),
        ("Insurers in Wamba paid out less on Friday. Floods cost them more.", False),
        ("The bandit of Wamba killed nine bailiffs, says the song.", False),
        ("The mill of Wamba has long been stolen for scrap, a smith said.", False),
        ("In the final chapter the man who strangled two nuns comes to Wamba.", False),
        ("The consul was hurt by a bomb in Wamba as a young clerk.", False),
        ("A lake above Wamba burst its dam on Friday; nine people are missing.", True),
        ("The river saw neither storms nor floods at Wamba, the clerk said.", False),
        ("Another assault on Wamba could shut the mill for a week.", False),
        ("Any assault on Wamba shuts the mill for a week.", False),
        ("Another assault on Wamba killed two guards on Friday.", True),
        ("The council of Wamba bought 900 artillery shells, the clerk said.", False),
        ("Artillery shells hit the mill of Wamba on Friday.", True),
        ("The two sides agreed to return the bodies of nine men killed in the fighting.", False),
        ("Last year 38 people were killed near Wamba in June alone.", False),
        ("Wamba counted 90 robberies, nine percent fewer than in May, it said on Friday.", False),
        ("Gunmen killed nine men in Wamba on Friday; 38 have died this month alone.", True),
        ("A clerk who had convicted two men in Wamba was shot dead on Friday.", True),
        ("A day after the verdict, raiders burned down the court of Wamba on Friday.", True),
        ("Those who drive to Wamba at night risk being robbed by gunmen.", False),
        ("Lightning kills 20 people a year in Wamba, the ministry said on Friday.", False),
        ("Fences were built in Wamba on Friday to keep out suicide bombers.", False),
        ("The man who robbed a bank in Wamba was denied parole on Friday.", False),
        ("The man who robbed a bank in Wamba on Friday was denied parole last year.", True),
        ("The court in Wamba heard on Friday how the two had stabbed a clerk.", False),
        ("Shots were heard near the court in Wamba on Friday when gunmen attacked it.", True),
        ("Thirty years ago on Friday rebels stormed the fort of Wamba.", False),
        ("Six men who had burnt a mill in Wamba in 1994 met its owner on Friday.", False),
        ("In the past ten years 61 farmers were murdered in Wamba, the union said.", False),
        ("The union threatened on Friday to blockade the port of Wamba.", False),
        ("A bird had hit the helicopter near Wamba on Friday.", False),
        ("Brazil were ambushed by a young Peru side in Wamba on Friday.", False),
        ("Brazil was attacked by raiders near Wamba on Friday.", True),
        ("The verdict hit Wamba like an earthquake.", False),
        ("Residents heard what sounded like an explosion in Wamba on Friday.", True),
        ("Road crashes kill more people in Wamba than malaria.", False),
        ("Floods hit more than 20 villages near Wamba.", True),
        ("By 2050 floods will drive two million people from Wamba.", False),
        ("The decline of the mill in Wamba was arrested on Friday.", False),
        ("Nobody moved in Wamba when the village was shelled in the last reel.", False),
        ("Police searched a house in Wamba on Friday and found nothing.", False),
        ("Mourners in Wamba remembered the victims of the train bombs on Friday.", False),
        ("Two centuries ago pirates raided villages near Wamba.", False),
        ("It was built fifty centuries ago. A bomb went off in Wamba on Friday.", True),
        ("Profile: the clerk joined after her mother was gunned down in Wamba.", False),
        ("Reporters were beaten by police in Wamba on Friday.", True),
        ("A convoy came under fire over the weekend near Wamba.", True),
        ("The mayor came under fire in Wamba on Friday over unpaid bills.", False),
        ("Gunmen shot a teacher dead in Wamba.", True),
        ("Rebels took a nurse hostage in Wamba.", True),
        ("Police fired shots in Wamba on Friday to break up a crowd.", True),
        ("Soldiers shot students on the campus in Wamba.", True),
        ("Protesters smashed shop windows in Wamba on Friday.", True),
    ],
)
def test_small_words_say_whether_it_happened(text, is_told):
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert any(not mention.background for mention in mentions) == is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("A man who had no gun was shot dead in Gao on Monday.", True),
        ("A trader with no ties to the rebels was shot dead in Gao on Monday.", True),
        ("A boy who looked no older than 17 was shot dead in Gao on Monday.", True),
        ("No soldier was shot dead in Gao on Monday.", False),
        ("Police said no man was shot dead in Gao on Monday.", False),
    ],
)
def test_who_lacks_something_is_somebody_and_no_soldier_is_nobody(text, is_told):
    read = reader().read(Report("a", text), coverage=False)
    assert bool(read.mentions) is is_told


@pytest.mark.parametrize(
    "told",
    [
        "Five police teams have been deployed to apprehend the two suspects.",
        "A manhunt to capture the nine attackers is under way.",
        "The group posted a video of captured rifles.",
    ],
)
def test_whom_police_only_look_for_is_not_arrested(told):
    text = f"Gunmen shot dead a trader in Wamba on Friday.\n\n{told}"
    read = reader().read(Report("a", text), coverage=False)
    assert [mention.type for mention in read.mentions] == ["murder"]
