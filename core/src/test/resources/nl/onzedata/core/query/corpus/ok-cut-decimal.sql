-- accepted
-- uses: x.h.inkomen filter
-- the same number with digits behind the point: the column only gets room for them
SELECT COUNT(*) AS n FROM x.h AS h WHERE h.inkomen < 34229.00
