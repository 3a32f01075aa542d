-- accepted
-- uses: x.me.gemeld time
SELECT EXTRACT(YEAR FROM gemeld) AS jaar, COUNT(*) AS n FROM x.me GROUP BY EXTRACT(YEAR FROM gemeld)
