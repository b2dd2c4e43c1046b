package amanah.deploy.command;

import amanah.id.CampaignId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a campaign's id. */
final class CampaignIdConverter implements ITypeConverter<CampaignId> {

  @Override
  public CampaignId convert(String value) {
    try {
      return CampaignId.of(value);
    } catch (IllegalArgumentException notAnId) {
      throw new TypeConversionException(String.valueOf(notAnId.getMessage()));
    }
  }
}
