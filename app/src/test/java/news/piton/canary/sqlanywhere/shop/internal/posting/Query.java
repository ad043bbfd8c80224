package news.piton.canary.sqlanywhere.shop.internal.posting;

import org.jooq.DSLContext;

class Query {
    int one(DSLContext sql) {
        return sql.selectOne().execute();
    }
}
