#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <locale.h>
#include <cmocka.h>

#include "graph_reader.h"

/* Whoever judges pictures has to be judged first: pictures whose references are
 * known, from graphs that were drawn by another program, and broken ones. */

static void reads(const char *picture, const char *expected)
{
	struct graph_reading g = graph_read(picture);
	char *got = graph_reading_text(&g);

	assert_string_equal(got, expected);
	free(got);
	graph_reading_free(&g);
}

/* The pictures are as wide as they are.
 * clang-format off */

static void a_list_that_holds_itself(void **state)
{
	(void)state;

	reads("      ┌────────┐\n"
	      "(x)──►│ list A ├─╮\n"
	      "      │        │◄╯\n"
	      "      └────────┘\n",
		"(x) -> list A\n"
		"list A -> list A\n");
}

static void two_lists_that_hold_each_other(void **state)
{
	(void)state;

	reads("      ┌────────┐\n"
	      "(x)──►│ list A │◄╮\n"
	      "      └────────┘ │\n"
	      "      ┌────────┐ │\n"
	      "(y)──►│ list B │◄╯\n"
	      "      └────────┘\n",
		"(x) -> list A\n"
		"(y) -> list B\n"
		"list A -> list B\n"
		"list B -> list A\n");
}

static void a_ring_with_a_long_way_back(void **state)
{
	(void)state;

	reads("                   ┌────────┐   ┌────────┐   ┌────────┐   ┌────────┐\n"
	      "      ┌────────┐ ╭►│ dict A ├──►│ Node B ├──►│ dict B ├──►│ Node C ├─╮ ┌────────┐\n"
	      "(x)──►│ Node A ├─╯ └────────┘   └────────┘   └────────┘   └────────┘ ╰►│ dict C │\n"
	      "      │        │◄──────────────────────────────────────────────────────┤        │\n"
	      "      └────────┘                                                       └────────┘\n",
		"(x) -> Node A\n"
		"Node A -> dict A\n"
		"Node B -> dict B\n"
		"Node C -> dict C\n"
		"dict A -> Node B\n"
		"dict B -> Node C\n"
		"dict C -> Node A\n");
}

static void a_ring_in_rows_of_brackets(void **state)
{
	(void)state;

	reads("(x)──►[Node A]──►[dict A]──►[Node B]──►[dict B]──►[Node C]──►[dict C]\n"
	      "      [      ]◄──────────────────────────────────────────────[      ]\n",
		"(x) -> Node A\n"
		"Node A -> dict A\n"
		"Node B -> dict B\n"
		"Node C -> dict C\n"
		"dict A -> Node B\n"
		"dict B -> Node C\n"
		"dict C -> Node A\n");
}

static void a_tree_whose_pairs_are_one_line(void **state)
{
	(void)state;

	reads("                             ╭►[Tree 3]◄─►[Tree 7 ]\n"
	      "(tree)──►[Tree 0]◄─►[Tree 1]◄╯ [      ]◄─►[Tree 8 ]\n"
	      "         [      ]◄╮ [      ]◄─►[Tree 4]◄─►[Tree 9 ]\n"
	      "                  │            [      ]◄─►[Tree 10]\n"
	      "                  ╰►[Tree 2]◄─►[Tree 5]◄─►[Tree 11]\n"
	      "                    [      ]◄╮ [      ]◄─►[Tree 12]\n"
	      "                             ╰►[Tree 6]◄─►[Tree 13]\n"
	      "                               [      ]◄─►[Tree 14]\n",
		"(tree) -> Tree 0\n"
		"Tree 0 -> Tree 1\n"
		"Tree 0 -> Tree 2\n"
		"Tree 1 -> Tree 0\n"
		"Tree 1 -> Tree 3\n"
		"Tree 1 -> Tree 4\n"
		"Tree 10 -> Tree 4\n"
		"Tree 11 -> Tree 5\n"
		"Tree 12 -> Tree 5\n"
		"Tree 13 -> Tree 6\n"
		"Tree 14 -> Tree 6\n"
		"Tree 2 -> Tree 0\n"
		"Tree 2 -> Tree 5\n"
		"Tree 2 -> Tree 6\n"
		"Tree 3 -> Tree 1\n"
		"Tree 3 -> Tree 7\n"
		"Tree 3 -> Tree 8\n"
		"Tree 4 -> Tree 1\n"
		"Tree 4 -> Tree 10\n"
		"Tree 4 -> Tree 9\n"
		"Tree 5 -> Tree 11\n"
		"Tree 5 -> Tree 12\n"
		"Tree 5 -> Tree 2\n"
		"Tree 6 -> Tree 13\n"
		"Tree 6 -> Tree 14\n"
		"Tree 6 -> Tree 2\n"
		"Tree 7 -> Tree 3\n"
		"Tree 8 -> Tree 3\n"
		"Tree 9 -> Tree 4\n");
}

static void crossings_and_joins(void **state)
{
	(void)state;

	reads("                                                                                                ┌──────┐\n"
	      "                                       ╭───────────────────┬────────────────────────────────────┤ cell │\n"
	      "                           ┌─────────┐ │  ┌─────────────┐  │ ┌─────────────┐   ┌────────────┐ ╭►│      │\n"
	      "                           │         │◄┼─►│ tuple mro   ├─┬┼►│ type object │ ╭►│ code m     │ │ └──────┘\n"
	      "                         ╭►│ class C ├─┼╮ └─────────────┘ ││ └─────────────┘ │ └────────────┘ │\n"
	      "                         │ │         │◄┤│ ┌─────────────┐ ││ ┌─────────────┐ │ ┌────────────┐ │\n"
	      "                         │ └─────────┘ │├►│ tuple bases ├─╯╰─┤ getset      │ ├►│ tuple clos ├─╯\n"
	      "                         │             ││ └─────────────┘ ╭─►│             │ │ └────────────┘\n"
	      "                         │             ││ ┌─────────────┐ │  └─────────────┘ │\n"
	      "            ┌──────────┐ │             │╰►│ dict C      ├─┤  ┌─────────────┐ │\n"
	      "(globals)──►│ dict mod ├─┤             │  └─────────────┘ ╰─►│ func m      ├─╯\n"
	      "            │          │◄┼─────────────┼─────────────────────┤             │◄╮\n"
	      "            └──────────┘ │ ┌─────────┐ │  ┌─────────────┐    └─────────────┘ │\n"
	      "                         │ │         ├─╯╭►│ dict inst   ├─╮  ┌─────────────┐ │\n"
	      "                         ╰►│ C inst  ├──╯ └─────────────┘ ╰─►│ method      ├─╯\n"
	      "                           │         │◄──────────────────────┤             │\n"
	      "                           └─────────┘                       └─────────────┘\n",
		"(globals) -> dict mod\n"
		"C inst -> class C\n"
		"C inst -> dict inst\n"
		"cell -> class C\n"
		"class C -> dict C\n"
		"class C -> tuple bases\n"
		"class C -> tuple mro\n"
		"dict C -> func m\n"
		"dict C -> getset\n"
		"dict inst -> method\n"
		"dict mod -> C inst\n"
		"dict mod -> class C\n"
		"func m -> code m\n"
		"func m -> dict mod\n"
		"func m -> tuple clos\n"
		"getset -> class C\n"
		"method -> C inst\n"
		"method -> func m\n"
		"tuple bases -> type object\n"
		"tuple clos -> cell\n"
		"tuple mro -> class C\n"
		"tuple mro -> type object\n");
}

static void crossings_and_joins_in_brackets(void **state)
{
	(void)state;

	reads("                                   ╭──────────────────┬────────────────────────────────[cell]\n"
	      "                         [class C]◄┼──►[tuple mro  ]─┬┼►[type object] ╭►[code m    ] ╭►[    ]\n"
	      "                       ╭►[       ]─┼┬─►[tuple bases]─╯╰─[getset     ] ├►[tuple clos]─╯\n"
	      "                       │ [       ]◄┤╰─►[dict C     ]─┬─►[           ] │\n"
	      "(globals)──►[dict mod]─┤           │                 ╰─►[func m     ]─╯\n"
	      "            [        ]◄┼───────────┼────────────────────[           ]◄╮\n"
	      "                       │ [C inst ]─╯╭─►[dict inst  ]───►[method     ]─╯\n"
	      "                       ╰►[       ]──╯╭──────────────────[           ]\n"
	      "                         [       ]◄──╯\n",
		"(globals) -> dict mod\n"
		"C inst -> class C\n"
		"C inst -> dict inst\n"
		"cell -> class C\n"
		"class C -> dict C\n"
		"class C -> tuple bases\n"
		"class C -> tuple mro\n"
		"dict C -> func m\n"
		"dict C -> getset\n"
		"dict inst -> method\n"
		"dict mod -> C inst\n"
		"dict mod -> class C\n"
		"func m -> code m\n"
		"func m -> dict mod\n"
		"func m -> tuple clos\n"
		"getset -> class C\n"
		"method -> C inst\n"
		"method -> func m\n"
		"tuple bases -> type object\n"
		"tuple clos -> cell\n"
		"tuple mro -> class C\n"
		"tuple mro -> type object\n");
}

static void joins_of_four(void **state)
{
	(void)state;

	reads("                   ╭──[item 0 ]\n"
	      "                   │╭►[       ]\n"
	      "                   │├►[item 1 ]\n"
	      "                   │├►[item 2 ]\n"
	      "                   │├►[item 3 ]\n"
	      "                   ├┼─[item 4 ]\n"
	      "                   │├►[       ]\n"
	      "                   │├►[item 5 ]\n"
	      "                   │├►[item 6 ]\n"
	      "                   │├►[item 7 ]\n"
	      "(hub)──►[list hub]◄●┼─[item 8 ]\n"
	      "        [        ]─┼●►[       ]\n"
	      "                   │├►[item 9 ]\n"
	      "                   │├►[item 10]\n"
	      "                   │├►[item 11]\n"
	      "                   ├┼─[item 12]\n"
	      "                   │├►[       ]\n"
	      "                   │├►[item 13]\n"
	      "                   │├►[item 14]\n"
	      "                   │├►[item 15]\n"
	      "                   ╰┼─[item 16]\n"
	      "                    ├►[       ]\n"
	      "                    ├►[item 17]\n"
	      "                    ├►[item 18]\n"
	      "                    ╰►[item 19]\n",
		"(hub) -> list hub\n"
		"item 0 -> list hub\n"
		"item 12 -> list hub\n"
		"item 16 -> list hub\n"
		"item 4 -> list hub\n"
		"item 8 -> list hub\n"
		"list hub -> item 0\n"
		"list hub -> item 1\n"
		"list hub -> item 10\n"
		"list hub -> item 11\n"
		"list hub -> item 12\n"
		"list hub -> item 13\n"
		"list hub -> item 14\n"
		"list hub -> item 15\n"
		"list hub -> item 16\n"
		"list hub -> item 17\n"
		"list hub -> item 18\n"
		"list hub -> item 19\n"
		"list hub -> item 2\n"
		"list hub -> item 3\n"
		"list hub -> item 4\n"
		"list hub -> item 5\n"
		"list hub -> item 6\n"
		"list hub -> item 7\n"
		"list hub -> item 8\n"
		"list hub -> item 9\n");
}

static void many_tails_at_one_head(void **state)
{
	(void)state;

	reads("                                              ╭►[method 0]──╮\n"
	      "                                              │ [        ]─╮╰►[Observer 0]────►[dict O0]\n"
	      "                                              ├►[method 1]─┼╮               ╭──[       ]\n"
	      "                                              │ [        ]─┤╰►[Observer 1]──┼─►[dict O1]\n"
	      "                      ╭►[dict S]──►[list obs]─●►[method 2]─●─►[func upd  ]  ├──[       ]\n"
	      "                      │                       │ [        ]─┼╮               ├──[dict O2]\n"
	      "                      │                       ╰►[method 3]─╯╰►[Observer 2]──┼─►[       ]\n"
	      "(subject)──►[Subject]─╯                         [        ]───►[Observer 3]─╮├──[dict O3]\n"
	      "            [       ]◄─────────────────────────────────────────────────────┼╯╭►[       ]\n"
	      "                                                                           ╰─╯\n",
		"(subject) -> Subject\n"
		"Observer 0 -> dict O0\n"
		"Observer 1 -> dict O1\n"
		"Observer 2 -> dict O2\n"
		"Observer 3 -> dict O3\n"
		"Subject -> dict S\n"
		"dict O0 -> Subject\n"
		"dict O1 -> Subject\n"
		"dict O2 -> Subject\n"
		"dict O3 -> Subject\n"
		"dict S -> list obs\n"
		"list obs -> method 0\n"
		"list obs -> method 1\n"
		"list obs -> method 2\n"
		"list obs -> method 3\n"
		"method 0 -> Observer 0\n"
		"method 0 -> func upd\n"
		"method 1 -> Observer 1\n"
		"method 1 -> func upd\n"
		"method 2 -> Observer 2\n"
		"method 2 -> func upd\n"
		"method 3 -> Observer 3\n"
		"method 3 -> func upd\n");
}

static void a_box_taller_than_its_text(void **state)
{
	(void)state;

	reads("                                         ┌────────┐   ┌─────────┐\n"
	      "                                      ╭─►│ Link 0 ├──►│ value 0 │\n"
	      "                                      │╭►│        │◄╮ └─────────┘\n"
	      "                                      ││ └────────┘ │\n"
	      "                                      ││ ┌────────┐ │\n"
	      "          ┌──────────┐   ┌──────────┐ ││ │        │◄╯ ┌─────────┐\n"
	      "(cache)──►│ LRUCache ├─┬►│ dict     ├─┼●►│ Link 1 ├──►│ value 1 │\n"
	      "          └──────────┘ │ └──────────┘ ││ │        │◄╮ └─────────┘\n"
	      "                       │ ┌──────────┐ ││ └────────┘ │\n"
	      "                       ╰►│ sentinel │◄╯│ ┌────────┐ │\n"
	      "                         │          │◄╮│ │        │◄╯ ┌─────────┐\n"
	      "                         └──────────┘ │├►│ Link 2 ├──►│ value 2 │\n"
	      "                                      ││ │        │◄╮ └─────────┘\n"
	      "                                      ││ └────────┘ │\n"
	      "                                      ││ ┌────────┐ │\n"
	      "                                      │╰►│ Link 3 │◄╯ ┌─────────┐\n"
	      "                                      ╰─►│        ├──►│ value 3 │\n"
	      "                                         └────────┘   └─────────┘\n",
		"(cache) -> LRUCache\n"
		"LRUCache -> dict\n"
		"LRUCache -> sentinel\n"
		"Link 0 -> Link 1\n"
		"Link 0 -> sentinel\n"
		"Link 0 -> value 0\n"
		"Link 1 -> Link 0\n"
		"Link 1 -> Link 2\n"
		"Link 1 -> value 1\n"
		"Link 2 -> Link 1\n"
		"Link 2 -> Link 3\n"
		"Link 2 -> value 2\n"
		"Link 3 -> Link 2\n"
		"Link 3 -> sentinel\n"
		"Link 3 -> value 3\n"
		"dict -> Link 0\n"
		"dict -> Link 1\n"
		"dict -> Link 2\n"
		"dict -> Link 3\n"
		"sentinel -> Link 0\n"
		"sentinel -> Link 3\n");
}

static void several_roots_and_garbage(void **state)
{
	(void)state;

	reads("         ┌───────────┐                               ┌────────┐\n"
	      "         │           │◄──────────────────────────────┤ dict G ├─╮\n"
	      " (tmp)──►│ User      ├──╮ ┌─────────┐   ┌────────┐ ╭►│        │ │ ┌───────┐\n"
	      "         │           │◄╮╰►│ dict U  ├──►│ Group  ├─╯ └────────┘ ╰►│ Proxy │\n"
	      "         └───────────┘ │  └─────────┘   │        │◄───────────────┤       │\n"
	      "                       │                └────────┘                └───────┘\n"
	      "         ┌───────────┐ │\n"
	      "(argv)──►│ list args │◄┤\n"
	      "         │           ├─┼╮\n"
	      "         └───────────┘ ││\n"
	      "         ┌───────────┐ ││\n"
	      "(main)──►│ dict main ├─┤│\n"
	      "         └───────────┘ ││\n"
	      "         ┌───────────┐ ││\n"
	      "(conf)──►│ dict conf │◄╯│ ┌─────────┐\n"
	      "         │           ├──┴►│ tuple t │◄╮\n"
	      "         └───────────┘    └─────────┘ │ ┌────────┐\n"
	      "                          ┌─────────┐ ├─┤ Obj x3 ├─╮\n"
	      "         ┌───────────┐ ╭─►│ dict x2 ├─┼►│        │◄╯\n"
	      "         │ list x1   ├─╯  └─────────┘ │ └────────┘\n"
	      "         │           │◄───────────────╯\n"
	      "         └───────────┘\n"
	      "\n"
	      "         ┌───────────┐    ┌─────────┐   ┌────────┐\n"
	      "         │ list y1   │◄──►│ list y2 ├──►│ gen z  │\n"
	      "         └───────────┘    └─────────┘   └────────┘\n",
		"(argv) -> list args\n"
		"(conf) -> dict conf\n"
		"(main) -> dict main\n"
		"(tmp) -> User\n"
		"Group -> dict G\n"
		"Obj x3 -> Obj x3\n"
		"Obj x3 -> list x1\n"
		"Obj x3 -> tuple t\n"
		"Proxy -> Group\n"
		"User -> dict U\n"
		"dict G -> Proxy\n"
		"dict G -> User\n"
		"dict U -> Group\n"
		"dict conf -> tuple t\n"
		"dict main -> User\n"
		"dict main -> dict conf\n"
		"dict main -> list args\n"
		"dict x2 -> Obj x3\n"
		"list args -> tuple t\n"
		"list x1 -> dict x2\n"
		"list y1 -> list y2\n"
		"list y2 -> gen z\n"
		"list y2 -> list y1\n");
}

static void ascii_lines(void **state)
{
	(void)state;

	reads("                                  +-------+     +-------+\n"
	      "                               .->| obj e |<--->| obj f |--.\n"
	      "                               |  |       |<-.  +-------+  |  +-------+\n"
	      "                    +-------+  |  +-------+  |  +-------+  '->| obj g |\n"
	      "      +-------+  .->| obj b |--*  +-------+  '--| obj d |<----|       |\n"
	      "(r)-->| obj a |--'  +-------+  '->| obj c |---->|       |     +-------+\n"
	      "      |       |<------------------|       |     +-------+\n"
	      "      +-------+                   +-------+\n",
		"(r) -> obj a\n"
		"obj a -> obj b\n"
		"obj b -> obj c\n"
		"obj b -> obj e\n"
		"obj c -> obj a\n"
		"obj c -> obj d\n"
		"obj d -> obj e\n"
		"obj e -> obj f\n"
		"obj f -> obj e\n"
		"obj f -> obj g\n"
		"obj g -> obj d\n");
}

static void ascii_joins_and_crossings(void **state)
{
	(void)state;

	reads("                                              +--------+     +---------+\n"
	      "                                         .--->| Link 0 |---->| value 0 |\n"
	      "                                         | .->|        |<-.  +---------+\n"
	      "                                         | |  +--------+  |\n"
	      "                                         | |  +--------+  |\n"
	      "          +----------+     +----------+  | |  |        |<-'  +---------+\n"
	      "(cache)-->| LRUCache |--*->| dict     |--+-*->| Link 1 |---->| value 1 |\n"
	      "          +----------+  |  +----------+  | |  |        |<-.  +---------+\n"
	      "                        |  +----------+  | |  +--------+  |\n"
	      "                        '->| sentinel |<-' |  +--------+  |\n"
	      "                           |          |<-. |  |        |<-'  +---------+\n"
	      "                           +----------+  | *->| Link 2 |---->| value 2 |\n"
	      "                                         | |  |        |<-.  +---------+\n"
	      "                                         | |  +--------+  |\n"
	      "                                         | |  +--------+  |\n"
	      "                                         | '->| Link 3 |<-'  +---------+\n"
	      "                                         '--->|        |---->| value 3 |\n"
	      "                                              +--------+     +---------+\n",
		"(cache) -> LRUCache\n"
		"LRUCache -> dict\n"
		"LRUCache -> sentinel\n"
		"Link 0 -> Link 1\n"
		"Link 0 -> sentinel\n"
		"Link 0 -> value 0\n"
		"Link 1 -> Link 0\n"
		"Link 1 -> Link 2\n"
		"Link 1 -> value 1\n"
		"Link 2 -> Link 1\n"
		"Link 2 -> Link 3\n"
		"Link 2 -> value 2\n"
		"Link 3 -> Link 2\n"
		"Link 3 -> sentinel\n"
		"Link 3 -> value 3\n"
		"dict -> Link 0\n"
		"dict -> Link 1\n"
		"dict -> Link 2\n"
		"dict -> Link 3\n"
		"sentinel -> Link 0\n"
		"sentinel -> Link 3\n");
}

static void every_border_is_a_box(void **state)
{
	(void)state;

	reads("┌───────┐   ╔═══════╗   ┏━━━━━━━┓   ┌┄┄┄┄┄┄┄┐   ·┈┈┈┈┈┈┈·\n"
	      "│ one   ├──►║ two D ╟──►┃ three ┠──►┆ four? ├──►┊ five  ┊\n"
	      "└───────┘   ╚═══════╝   ┗━━━━━━━┛   └┄┄┄┄┄┄┄┘   ·┈┈┈┈┈┈┈·\n",
		"four? -> five\n"
		"one -> two D\n"
		"three -> four?\n"
		"two D -> three\n");
}

static void every_ascii_border_is_a_box(void **state)
{
	(void)state;

	reads("+-----+   #=====#   *******   :.....:   ,.....,\n"
	      "| one |-->#     #-->*     *-->:     :-->.     .\n"
	      "|     |   # two #   * 3rd *   : 4 . :   . 5th .\n"
	      "+-----+   #=====#   *******   :.....:   ,.....,\n",
		"3rd -> 4 .\n"
		"4 . -> 5th\n"
		"one -> two\n"
		"two -> 3rd\n");
}

static void weak_lines_are_dashed(void **state)
{
	(void)state;

	reads("         ┌───┐\n"
	      "(x)──┬──►│ a ├╌╌╮\n"
	      "     │   │   │◄╌┼╌╌╮\n"
	      "     │   └───┘  ╎  │\n"
	      "     │   ┌───┐  ╎  │\n"
	      "     ╰──►│ b │◄╌╯  │\n"
	      "         │   ├─────╯\n"
	      "         └───┘\n",
		"(x) -> a\n"
		"(x) -> b\n"
		"a ~> b\n"
		"b -> a\n"
		"unreadable 19,3: a line both weak and strong\n");
}

static void weak_lines_in_ascii(void **state)
{
	(void)state;

	reads("(x)-->[a   ]~~.\n"
	      "      [    ]<-+-.\n"
	      "(y)-->[b   ]<~' |\n"
	      "      [    ]----'\n"
	      "      [c   ]<~~>[d]\n",
		"(x) -> a\n"
		"(y) -> b\n"
		"a ~> b\n"
		"b -> a\n"
		"c ~> d\n"
		"d ~> c\n");
}

static void labels_and_places(void **state)
{
	(void)state;
	struct graph_reading g = graph_read("(f: x)──►[list [a] ]\n"
					    "         [         ]\n"
					    "  ┌#3─────┐  [twin][twin]\n"
					    "  │ \u4e2d  x ├─╮\n"
					    "  │       │◄╯\n"
					    "  └───────┘\n");

	assert_int_equal(g.spot_count, 0);
	assert_int_equal(g.box_count, 5);
	assert_int_equal(graph_find_box(&g, "f: x"), 0);
	assert_true(g.boxes[0].root);
	assert_int_equal(graph_find_box(&g, "list [a]"), 1);
	assert_int_equal(g.boxes[1].height, 2);
	assert_int_equal(graph_find_box(&g, "\u4e2d  x"), 2);
	assert_int_equal(g.boxes[2].x, 2);
	assert_int_equal(g.boxes[2].y, 2);
	assert_int_equal(g.boxes[2].width, 9);
	assert_int_equal(g.boxes[2].height, 4);
	assert_int_equal(graph_find_box(&g, "twin"), -2);
	assert_int_equal(graph_find_box(&g, "absent"), -1);
	graph_reading_free(&g);
}

static void the_upper_border_names_an_empty_box(void **state)
{
	(void)state;

	reads("┌#1 list─D┐\n"
	      "│         ├─╮\n"
	      "│         │◄╯\n"
	      "└─────────┘\n",
		"#1 list─D -> #1 list─D\n");
}

static void nothing_is_an_empty_picture(void **state)
{
	(void)state;

	reads("", "");
	reads("\n  \n", "");
}

static void broken_lines_are_reported(void **state)
{
	(void)state;

	reads("[a]──►[b]\n[c]── [d]\n",
		"a -> b\n"
		"unreadable 4,1: a line that ends nowhere\n"
		"unreadable 4,1: a line without a head\n");
	reads("[a]──► [b]\n",
		"unreadable 5,0: a head at no box\n"
		"unreadable 5,0: a line without a head\n");
	reads("[a]──►[b]  │\n",
		"a -> b\n"
		"unreadable 11,0: a line that ends nowhere\n"
		"unreadable 11,0: a line that ends nowhere\n"
		"unreadable 11,0: a line without a box\n");
}

/* Two references that share a line could be four. */
static void shared_lines_are_reported(void **state)
{
	(void)state;

	reads("[a]─╮ ╭►[c]\n"
	      "    ├─┤\n"
	      "[b]─╯ ╰►[d]\n",
		"unreadable 7,2: a line with several tails and heads\n");
	reads("[a]◄┬►[c]\n"
	      "    ╰►[d]\n",
		"unreadable 5,1: a line without a tail\n");
}

static void a_frame_needs_its_tails(void **state)
{
	(void)state;

	reads("┌───┐  ┌───┐\n"
	      "│ a │─►│ b │\n"
	      "└───┘  └───┘\n",
		"unreadable 5,1: a line that ends nowhere\n"
		"unreadable 6,1: a line without a tail\n");
}

static void other_text_is_reported(void **state)
{
	(void)state;

	reads("[a]──►[b] 12\n[   ]\n",
		"a -> b\n"
		"unreadable 0,1: a box without a label\n"
		"unreadable 10,0: neither a line nor a box\n"
		"unreadable 11,0: neither a line nor a box\n"
		"unreadable 0,1: neither a line nor a box\n"
		"unreadable 4,1: neither a line nor a box\n");
}

/* clang-format on */

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_that_holds_itself),
		cmocka_unit_test(two_lists_that_hold_each_other),
		cmocka_unit_test(a_ring_with_a_long_way_back),
		cmocka_unit_test(a_ring_in_rows_of_brackets),
		cmocka_unit_test(a_tree_whose_pairs_are_one_line),
		cmocka_unit_test(crossings_and_joins),
		cmocka_unit_test(crossings_and_joins_in_brackets),
		cmocka_unit_test(joins_of_four),
		cmocka_unit_test(many_tails_at_one_head),
		cmocka_unit_test(a_box_taller_than_its_text),
		cmocka_unit_test(several_roots_and_garbage),
		cmocka_unit_test(ascii_lines),
		cmocka_unit_test(ascii_joins_and_crossings),
		cmocka_unit_test(every_border_is_a_box),
		cmocka_unit_test(every_ascii_border_is_a_box),
		cmocka_unit_test(weak_lines_are_dashed),
		cmocka_unit_test(weak_lines_in_ascii),
		cmocka_unit_test(labels_and_places),
		cmocka_unit_test(the_upper_border_names_an_empty_box),
		cmocka_unit_test(nothing_is_an_empty_picture),
		cmocka_unit_test(broken_lines_are_reported),
		cmocka_unit_test(shared_lines_are_reported),
		cmocka_unit_test(a_frame_needs_its_tails),
		cmocka_unit_test(other_text_is_reported),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
