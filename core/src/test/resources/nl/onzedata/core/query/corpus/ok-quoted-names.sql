-- accepted
-- uses: x.h.type group
SELECT "h"."type", COUNT(*) AS "n" FROM "x"."h" AS "h" GROUP BY "h"."type"
