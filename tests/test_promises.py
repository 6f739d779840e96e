"""What the story asks for, and the tests that hold it: each of these must be there, by this name.

Where to look for a mechanic, and where to begin when one of them is to change.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PROMISES: dict[str, tuple[str, ...]] = {
    "the dead are organised": (
        "alarm::test_each_hop_takes_its_time_and_eight_tiles",
        "alarm::test_after_three_mouths_it_ends",
        "alarm::test_walls_and_shut_doors_stop_it",
    ),
    "they learn and adapt": (
        "lessons::test_a_lesson_waits_for_a_screech_that_completes",
        "lessons::test_the_two_strongest_are_taken_up_and_no_more",
        "learning_claims::test_a_lesson_is_held_against_its_bar",
        "counters::test_nobody_is_sent_without_the_lesson",
    ),
    "and remember": (
        "lessons::test_lessons_outlive_the_players_death",
        "lessons::test_lessons_are_saved_with_the_checkpoint_after_a_retry",
        "lessons::test_a_lesson_dies_with_its_caller_evidence_and_all",
    ),
    "roles, not a mob": (
        "roles::test_a_shambler_is_outwalked",
        "roles::test_a_flanker_leaves_the_aim_and_strikes_from_more_than_60_degrees_off_it",
        "roles::test_it_springs_at_a_back_from_five_tiles_and_lands_on_it",
        "roles::test_a_screamer_comes_to_between_seven_and_ten_tiles_and_stays_there",
        "roles::test_a_brute_is_through_a_shut_door_at_once_and_a_shambler_is_not",
    ),
    "the screech of all of them": (
        "unison::test_order_is_one_for_all_as_one_and_small_for_any",
        "surge::test_when_it_completes_all_surge_in_the_same_tick_for_as_long",
        "surge::test_a_caller_stopped_before_its_call_is_out_lets_nobody_surge",
    ),
    "eyes in the dark": (
        "renderer::test_eyes_shine_at_who_is_looked_at",
        "renderer::test_eyes_that_turn_away_go_out",
        "renderer::test_eyes_behind_a_wall_do_not_shine",
    ),
    "Nam-ra's gold eye": (
        "renderer::test_the_sense_shows_them_through_the_wall",
        "renderer::test_the_sense_shows_nobody_beyond_its_reach",
        "hunger::test_sensing_costs_hunger",
    ),
    "neither human nor monster": (
        "hunger::test_from_eighty_on_hunger_masks",
        "hunger::test_frenzy_takes_control_away_and_ends",
        "pickups::test_a_tag_is_a_checkpoint_and_gives_back_humanity",
    ),
    "Nam-ra leads": (
        "orders::test_namra_binds_the_three_nearest_to_the_point_and_pays_with_hunger",
        "orders::test_the_bound_never_hurt_their_leader_nor_a_companion",
        "orders::test_tapped_at_a_foe_it_strikes_and_then_follows_again",
    ),
    "the army hunts": (
        "squads::test_the_matrix_of_factions",
        "squads::test_a_noise_between_them_brings_army_and_dead_to_a_fight",
    ),
    "who is expendable": (
        "choices::test_an_answer_has_consequences_and_is_for_ever",
        "endings::test_the_code_is_purge_whoever_sends_it",
        "legacy::test_tags_of_this_level_count_for_the_ending",
    ),
    "name tags in the wind": (
        "hyosan::test_there_are_nine_tags_of_nine_people_in_order",
        "lint::test_each_fault_is_named_with_what_to_do",
        "weather::test_a_tag_ripples_faster_in_a_strong_wind",
    ),
    "a hand from the ash": (
        "scenes::test_death_shows_the_last_tag_and_brings_the_hero_back_there",
        "session::test_death_brings_back_the_last_tag_and_the_tallies_remember",
    ),
    "the radio crackles": (
        "radio::test_the_radio_one_carries_is_a_noise_of_three_tiles",
        "squads::test_what_is_said_over_the_radio_crackles_near_whoever_says_it",
    ),
    "a door dented from within": ("siege::test_a_noise_more_never_makes_it_hold_longer",),
    "Cheong-san limps": (
        "stillness::test_cheongsan_limps_in_the_same_beat_however_fast_he_walks",
        "stillness::test_who_is_still_is_noticed_more_slowly",
        "scent::test_cheongsan_stills_his_scent",
        "mending::test_his_wounds_close_while_he_stands_still_but_not_all_the_way",
        "power::test_of_three_the_one_that_ran_longest_trips",
    ),
    "Su-hyeok does not stop": (
        "leaps::test_who_runs_long_enough_clears_a_gap_of_three_tiles",
        "leaps::test_who_comes_from_a_standstill_falls_into_it_and_is_back_on_firm_ground",
        "leaps::test_stopping_loses_momentum_and_a_turn_does_not",
    ),
    "On-jo is still": (
        "stillness::test_onjo_is_the_stiller_of_the_two",
        "observe::test_onjo_sees_twice_as_far_while_she_is_still",
        "marking::test_she_marks_the_foe_she_points_at_while_she_is_still",
    ),
    "ash": (
        "scent::test_a_print_in_ash_lasts_longer",
        "scent::test_a_tracker_follows_a_trail_to_its_fresh_end",
    ),
    "four endings": ("bot_endings::test_each_ending_is_reached_by_playing_the_tower",),
    "fair": (
        "fair::test_nothing_differs_before_something_reached_them",
        "director::test_nobody_ever_appears_in_sight_or_near_or_at_a_tag",
    ),
}


@cache
def names_in(name: str) -> frozenset[str]:
    tree = ast.parse((TESTS / f"test_{name}.py").read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("promise", PROMISES)
def test_every_promise_has_its_tests(promise: str) -> None:
    named = (each.split("::") for each in PROMISES[promise])
    assert [f"{file}::{test}" for file, test in named if test not in names_in(file)] == []
