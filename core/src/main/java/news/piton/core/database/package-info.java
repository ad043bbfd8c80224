/** The one door to MariaDB: transactions, jOOQ, migrations, and how many statements an operation cost. */
@NullMarked
package news.piton.core.database;

import org.jspecify.annotations.NullMarked;
