-- accepted
-- uses: x.me.gemeld time
-- a moment by the clock of the Netherlands is in one quarter
SELECT DATE_TRUNC('quarter', gemeld) AS kwartaal, COUNT(*) AS n FROM x.me GROUP BY DATE_TRUNC('quarter', gemeld)
