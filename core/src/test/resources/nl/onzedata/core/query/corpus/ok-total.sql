-- accepted
-- uses: none
SELECT COUNT(*) AS n FROM x.h
